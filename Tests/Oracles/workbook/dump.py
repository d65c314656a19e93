"""What a workbook (.xlsx) holds, as JSON, read with Python's own zip and XML readers.

    python3 Tests/Oracles/workbook/dump.py FILE.xlsx

An array of sheets: `name`, `frozen` (rows and columns that stay), `filter`, `widths`, `rows` of cells, each `null`, or
`[kind, value, format]` with kind `text` or `number`, and `formulas`, how many cells hold one. Shares no code with the
program.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
book = zipfile.ZipFile(sys.argv[1])


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def tree(name):
    return ET.fromstring(book.read(name))


strings = [unescaped("".join(t.text or "" for t in si.iter(M + "t"))) for si in tree("xl/sharedStrings.xml")]
styles = tree("xl/styles.xml")
formats = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
formats.update({f.get("numFmtId"): f.get("formatCode") for f in styles.iter(M + "numFmt")})
shown = [formats.get(x.get("numFmtId"), x.get("numFmtId")) for x in styles.find(M + "cellXfs")]
targets = {r.get("Id"): r.get("Target") for r in tree("xl/_rels/workbook.xml.rels")}


def column(ref):
    number = 0
    for letter in re.match("[A-Z]+", ref).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


sheets = []
for sheet in tree("xl/workbook.xml").find(M + "sheets"):
    page = tree("xl/" + targets[sheet.get(R + "id")])
    pane, filters = page.find(f".//{M}pane"), page.find(M + "autoFilter")
    rows, formulas = [], 0
    for row in page.iter(M + "row"):
        while len(rows) < int(row.get("r")):
            rows.append([])
        for c in row:
            formulas += c.find(M + "f") is not None
            v = c.find(M + "v")
            if v is None:
                continue
            cells = rows[int(row.get("r")) - 1]
            cells += [None] * (column(c.get("r")) + 1 - len(cells))
            text = c.get("t") == "s"
            cells[column(c.get("r"))] = [
                "text" if text else "number", strings[int(v.text)] if text else float(v.text), shown[int(c.get("s", 0))]]
    sheets.append({
        "name": sheet.get("name"), "rows": rows, "formulas": formulas,
        "frozen": [int(float(pane.get(k, 0))) for k in ("ySplit", "xSplit")] if pane is not None else [0, 0],
        "filter": filters.get("ref") if filters is not None else None,
        "widths": [float(c.get("width")) for c in page.iter(M + "col")]})
json.dump(sheets, sys.stdout)
