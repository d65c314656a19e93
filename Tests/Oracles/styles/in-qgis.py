"""Opens a GeoPackage of `cartopole convert --style` in QGIS and holds the style it loads against a map.

    /usr/bin/python3 in-qgis.py LAYER.gpkg MAP.svg KEY [PICTURE.png]

Needs the package python3-qgis. QGIS itself chooses the default style, evaluates its renderer on every feature and gives the
symbol; the colour of its first layer must be that of the same code (column KEY) on the map that `cartopole render` has drawn.
PICTURE is the layer as QGIS draws it. Ends with 1 at a difference.
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRenderContext, QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from read import drawn  # noqa: E402


def main(package, map_file, key, picture=None):
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(package, "layer", "ogr")
    assert layer.isValid() and not layer.error().message(), "QGIS does not open it"
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.setExpressionContext(layer.createExpressionContext())
    renderer.startRender(context, layer.fields())
    on_map, counts = drawn(open(map_file, encoding="utf-8").read()), {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        assert symbol is not None, f"{feature[key]} is not drawn"
        colour = symbol.symbolLayer(0).color().name()
        assert colour == on_map[feature[key]], (feature[key], colour, on_map[feature[key]])
        counts[colour] = counts.get(colour, 0) + 1
    renderer.stopRender(context)
    assert sum(counts.values()) == len(on_map)
    print(f"QGIS {Qgis.QGIS_VERSION}: {renderer.type()}, {len(on_map)} features, {len(counts)} colours")
    for item in renderer.legendSymbolItems():
        print("  ", item.label())
    if picture:
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setExtent(layer.extent())
        settings.setDestinationCrs(layer.crs())
        settings.setOutputSize(QSize(1000, 900))
        settings.setOutputDpi(96)
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        job.renderedImage().save(picture)
    del renderer, layer
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
