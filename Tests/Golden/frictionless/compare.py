#!/usr/bin/env python3
"""Writes cells.csv: what frictionless (PyPI, 5.21) and Dossier say of cells under fields.

    pip install frictionless==5.21.0
    Tests/Golden/frictionless/compare.py DOSSIER

DOSSIER is the built program. A test reads the table and holds Dossier to its column; reasons for
differing are kept by hand in reasons.csv, and a case that differs without one fails the test.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

from frictionless import Resource, Schema

HERE = pathlib.Path(__file__).parent
cases=[]
def c(t,f,cells,**extra):
    for cell in cells: cases.append((t,f,extra,cell))
c('string','default',['x',' ','1'])
c('string','email',['a@b.org','a.b+c@example.org','a@b','ab.org','a b@c.org','@c.org','a@-c.org','"a b"@example.org'])
c('string','uri',['https://example.org/a','urn:x:y','example.org','mailto:a@b.org','http://a b','http://','1a:b'])
c('string','binary',['YQ==','YQ','aGVsbG8=','a*b=','====',''])
c('string','uuid',['123e4567-e89b-42d3-a456-426614174000','123e4567-e89b-12d3-a456-426614174000','123e4567e89b42d3a456426614174000','x'])
c('number','default',['1','1.5','-1.5','+1','1e3','1E-3','.5','5.','NaN','nan','INF','-INF','inf','1,000','1 000','0x10','','--1','1e','infinity',' 1','1_000'])
c('number','default',['1.234,5','1234,5','1,5','1.5','-0,25'],decimalChar=',',groupChar='.')
c('number','default',['95%','€95','EUR 95','about -5 %','x'],bareNumber=False)
c('number','default',['1,000','1,000,000.5','10,00'],groupChar=',')
c('integer','default',['1','-1','+1','1.0','1e3','007','1_000','9007199254740993','x','NaN',' 1'])
c('integer','default',['95%','$95','1.5%'],bareNumber=False)
c('integer','default',['1,000','1000'],groupChar=',')
c('boolean','default',['true','True','TRUE','1','false','0','yes','T','truE'])
c('boolean','default',['ja','nein','true'],trueValues=['ja'],falseValues=['nein'])
c('date','default',['2024-02-29','2023-02-29','2024-2-9','2024-02','20240229','29/02/2024','2024-02-29T00:00:00'])
c('date','any',['29 February 2024','2024-02-29','Feb 29, 2024','29.2.2024','3/4/2020','tomorrow','2024/02/29'])
c('date','%d/%m/%Y',['29/02/2024','9/2/2024','2024-02-29','31/02/2024','09/02/24'])
c('date','%d %b %y',['30 Nov 14','30 nov 14','30 November 14'])
c('time','default',['10:00:00','10:00','10:00:00Z','10:00:00.5','25:00:00','24:00:00','10:00:00+02:00','100000'])
c('time','any',['10:00','3:05 pm','10:00:00','3pm','x'])
c('time','%H:%M',['10:00','1:05','10:00:00'])
c('datetime','default',['2024-01-01T10:00:00Z','2024-01-01T10:00:00','2024-01-01T10:00:00.300-05:00','2024-01-01 10:00:00','2024-01-01T10:00','2024-01-01','2024-13-01T10:00:00Z','2024-01-01T24:00:00Z'])
c('datetime','any',['2024-01-01 10:00','1 January 2024 10:00','2024-01-01'])
c('datetime','%d/%m/%Y %H:%M:%S',['12/11/2018 09:15:32','12/11/2018'])
c('year','default',['2024','24','02024','-2024','2024.0','0000'])
c('yearmonth','default',['2024-02','2024-13','2024-2','2024'])
c('duration','default',['P1Y2M10DT2H30M','PT1.5S','P2W','P','PT','1 day','-P1D','P1M1Y','P0.5D','P1DT'])
c('geopoint','default',['90.50, 45.50','90.5,45.5','181, 0','0, 91','x','1,2,3'])
c('geopoint','array',['[90.5, 45.5]','[1]','90.5, 45.5','["1","2"]'])
c('geopoint','object',['{"lon": 1, "lat": 2}','{"lon": 1}','{"lon":1,"lat":2,"x":3}'])
c('object','default',['{}','{"a": 1}','[]','1','{'])
c('array','default',['[]','[1,"a"]','{}','x'])
c('geojson','default',['{"type":"Point","coordinates":[1,2]}','{"type":"Point"}','{"type":"Circle","coordinates":[1,2]}','{}','{"type":"FeatureCollection","features":[]}','{"type":"Feature","geometry":null,"properties":{}}','{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}'])
c('geojson','topojson',['{"type":"Topology","objects":{},"arcs":[]}','{"type":"Point","coordinates":[1,2]}'])
c('any','default',['x','1'])
# constraints: (type, constraints)
def k(t,cons,cells,f='default',**e): c(t,f,cells,constraints=cons,**e)
k('string',{'minLength':2,'maxLength':3},['a','ab','abcd'])
k('string',{'pattern':'[a-z]+\\d'},['a1','a1x','1'])
k('string',{'enum':['a','b']},['a','c'])
k('integer',{'minimum':1,'maximum':'3'},['0','1','3','4'])
k('integer',{'enum':[1,2]},['1','3'])
k('integer',{'enum':['1','2']},['1','3'])
k('number',{'exclusiveMinimum':0,'exclusiveMaximum':1},['0','0.5','1'])
k('date',{'minimum':'2020-01-01'},['2019-12-31','2020-01-01'])
k('date',{'minimum':'01/01/2020'},['31/12/2019','01/01/2020'],f='%d/%m/%Y')
k('datetime',{'maximum':'2020-01-01T00:00:00Z'},['2020-01-01T00:00:00Z','2020-01-01T00:00:01Z'])
k('time',{'minimum':'08:00:00'},['07:59:59','08:00:00'])
k('year',{'minimum':2000},['1999','2000'])
k('yearmonth',{'maximum':'2020-06'},['2020-06','2020-07'])
k('array',{'maxLength':1},['[1]','[1,2]'])
k('object',{'minLength':1},['{}','{"a":1}'])
k('array',{'enum':[[1],[2]]},['[1]','[ 1 ]','[3]'])
k('boolean',{'enum':[True]},['true','false'])
k('string',{'required':True},['x',''])
k('duration',{'enum':['PT1H']},['PT60M','PT2H'])
k('geopoint',{'enum':['1, 2']},['1,2','2,1'])


def theirs(field, cell):
    try:
        schema = Schema.from_descriptor({"fields": [{"name": "id", "type": "string"}, field]})
        return Resource(data=[["id", "c"], ["x", cell]], schema=schema).validate().valid
    except Exception:  # A descriptor that frictionless does not know.
        return False


def ours(fields, cells, program):
    """The numbers of the cases in which Dossier finds an error."""
    with tempfile.TemporaryDirectory() as folder:
        content = pathlib.Path(folder) / "Content"
        (content / "data").mkdir(parents=True)
        (content / "site.yaml").write_text("title: Cells\n")
        (content / "index.md").write_text("---\ntitle: Cells\n---\nCells.\n")
        resources = []
        for number, (field, cell) in enumerate(zip(fields, cells)):
            with open(content / "data" / f"c{number}.csv", "w", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows([["id", "c"], ["x", cell]])
            described = [{"name": "id", "type": "string"}, field]
            resources.append(
                {"name": f"c{number}", "path": f"c{number}.csv", "schema": {"fields": described}})
        package = json.dumps({"name": "cells", "resources": resources})
        (content / "data" / "datapackage.json").write_text(package)
        report = subprocess.run([program, "check", "--project", folder, "--format", "json"],
                                capture_output=True, text=True)
        found = json.loads(report.stdout)["diagnostics"]
        paths = [pathlib.Path(one["path"]) for one in found if one["severity"] == "error"]
        strange = [path for path in paths if path.suffix != ".csv"]
        if strange:
            sys.exit(f"a descriptor of these is faulty: {strange}")
        return {int(path.stem[1:]) for path in paths}


def main():
    fields = []
    for kind, style, extra, _ in cases:
        field = {"name": "c", "type": kind, **extra}
        if style != "default":
            field["format"] = style
        fields.append(field)
    bad = ours(fields, [cell for *_, cell in cases], sys.argv[1])
    words = {True: "true", False: "false"}
    with open(HERE / "cells.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["case", "field", "cell", "frictionless", "dossier"])
        for number, (field, (*_, cell)) in enumerate(zip(fields, cases)):
            writer.writerow([number, json.dumps(field), cell, words[theirs(field, cell)],
                             words[number not in bad]])


main()
