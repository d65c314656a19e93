#!/bin/sh
# The town hall of Étampes in Lambert-93, for PointsTests: PROJ's own cs2cs.
echo "2.1567 48.4333" | cs2cs -f '%.2f' +proj=longlat +datum=WGS84 +to EPSG:2154
