#!/usr/bin/env python3
"""Counts the establishments of the ESS by sirene.sql, on DuckDB or on Spark.

    engines.py parquet DIR                      writes what sirene.sql reads of the two stock files of DIR as Parquet
    engines.py duckdb|spark DIR -o FILE         counts the Parquet files of DIR
        [--keep employers|active|all] [--arrondissements fold|keep] [--date DATE] [--cog YEAR] [--threads 2]

DIR has *StockUniteLegale_utf8 and *StockEtablissement_utf8. What is written is the CSV of `cartopole import sirene`, to
the byte. As a module, `command` gives the command line of these two, of the program and of the count in plain Python.
"""
import argparse
import csv
import io
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CATEGORIES = ROOT / "GeoData" / "legal-categories.csv"
ORACLES = ROOT / "Tests" / "Oracles" / "imports"
SQL = (HERE / "sirene.sql").read_text(encoding="utf-8")
VIEWS = {"units": "StockUniteLegale_utf8", "establishments": "StockEtablissement_utf8"}
OPTIONS = {"keep": "employers", "arrondissements": "fold", "date": "", "cog": ""}


def stock(folder, view, ending):
    """The stock file of a view."""
    (path,) = Path(folder).glob(f"*{VIEWS[view]}.{ending}")
    return str(path)


def command(engine, folder, output, options, program="cartopole", ending="csv"):
    """The command that counts the stock of a folder and writes the table; the program also takes `ending` zip."""
    words = [word for name, value in options.items() for word in ("--" + name, value)]
    if engine in ENGINES:
        return [sys.executable, str(HERE / "engines.py"), engine, str(folder), "-o", str(output), *words]
    files = {view: stock(folder, view, ending) for view in VIEWS}
    if engine == "cartopole":
        named = [word for view, path in files.items() for word in ("--" + view, path)]
        return [program, "import", "sirene", "--quiet", *named, "-o", str(output), *words]
    return [sys.executable, str(ORACLES / "plain-count.py"), *files.values(), str(CATEGORIES), str(output), *words]


def question(options):
    """The one row of the view of that name, as SQL."""
    quoted = {name: "'" + options[name].replace("'", "''") + "'" for name in OPTIONS}
    return "create temporary view question as select " + ", ".join(f"{text} as {name}" for name, text in quoted.items())


def families():
    with open(CATEGORIES, encoding="utf-8", newline="") as file:
        return [(row["code"], row["family"]) for row in csv.DictReader(file)]


def tidy(columns, rows):
    """A table as the program writes CSV: quotes where they are needed, line feeds."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()


def to_parquet(folder, threads):
    """The columns that sirene.sql reads, in the types of Insee's own Parquet files: text, but a number as category."""
    import duckdb

    columns = {
        "units": "siren, economieSocialeSolidaireUniteLegale, "
        "cast(categorieJuridiqueUniteLegale as bigint) as categorieJuridiqueUniteLegale",
        "establishments": "siren, siret, codeCommuneEtablissement, etatAdministratifEtablissement, "
        "caractereEmployeurEtablissement",
    }
    for view, read in columns.items():
        source = stock(folder, view, "csv")
        duckdb.connect(config={"threads": threads}).execute(
            f"""copy (select {read} from read_csv('{source}', header=true, all_varchar=true, delim=',', quote='"',
            escape='"')) to '{source.removesuffix("csv")}parquet' (format parquet)""")


def with_duckdb(folder, options, threads, sql=SQL):
    import duckdb

    engine = duckdb.connect(config={"threads": threads})
    for view in VIEWS:
        engine.execute(f"create view {view} as select * from read_parquet('{stock(folder, view, 'parquet')}')")
    engine.execute("create table categories (code text, family text)")
    engine.executemany("insert into categories values (?, ?)", families())
    engine.execute(question(options))
    answer = engine.execute(sql)
    return tidy([column[0] for column in answer.description], answer.fetchall())


def with_spark(folder, options, threads):
    from pyspark.sql import SparkSession

    engine = (
        SparkSession.builder.master(f"local[{threads}]").config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false").config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "4g").config("spark.sql.shuffle.partitions", 4 * threads).getOrCreate())
    java = engine.sparkContext._gateway
    try:
        for view in VIEWS:
            engine.read.parquet(stock(folder, view, "parquet")).createOrReplaceTempView(view)
        engine.createDataFrame(families(), "code string, family string").createOrReplaceTempView("categories")
        engine.sql(question(options))
        answer = engine.sql(SQL)
        return tidy(answer.columns, answer.collect())
    finally:
        engine.stop()
        java.shutdown()
        # Waited for, so that its time and memory are counted as this process's.
        java.proc.stdin.close()
        java.proc.wait()


ENGINES = {"duckdb": with_duckdb, "spark": with_spark}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine", choices=["parquet", *ENGINES])
    parser.add_argument("folder")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    for name, usual in OPTIONS.items():
        parser.add_argument("--" + name, default=usual)
    a = parser.parse_args()
    if a.engine == "parquet":
        to_parquet(a.folder, a.threads)
    else:
        a.output.write_bytes(ENGINES[a.engine](a.folder, vars(a), a.threads))
