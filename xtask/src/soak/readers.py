"""Reads a tidy export with pandas and with DuckDB, as their users would, and prints what it says."""

import json
import sys

import duckdb
import pandas


def restored(name):
    """A name without the apostrophe that keeps spreadsheets from running it."""
    risky = tuple("=+-@\t\r\n'＝＋－＠")
    return name[1:] if name[:1] == "'" and name[1:].startswith(risky) else name


def figures(count, lists, reasons, amount):
    calls, presentations, sales = (count(step, "cold") for step in ("call", "presentation", "sale"))
    return {
        "calls": calls,
        "presentations": presentations,
        "sales": sales,
        "inbound_presentations": count("presentation", "inbound"),
        "inbound_sales": count("sale", "inbound"),
        "rates": [presentations / calls, sales / presentations, sales / calls],
        "lists": {restored(name): int(n) for name, n in lists},
        "reasons": {restored(name): int(n) for name, n in reasons},
        "amount": round(float(amount) * 100),
    }


def with_pandas(path, options):
    table = pandas.read_csv(path, parse_dates=["date"], **options)
    assert str(table["date"].dtype).startswith("datetime64"), table.dtypes
    cold_calls = table[(table["step"] == "call") & (table["origin"] == "cold")]
    return figures(
        lambda step, origin: int(table[(table["step"] == step) & (table["origin"] == origin)]["count"].sum()),
        cold_calls.groupby("list")["count"].sum().items(),
        table.groupby("reason")["count"].sum().items(),
        table["amount"].sum(),
    )


def with_duckdb(path, options):
    db = duckdb.connect()
    table = f"read_csv('{path}'{options})"
    kind = db.execute(f"SELECT typeof(date) FROM {table} LIMIT 1").fetchone()[0]
    assert kind == "DATE", kind
    sums = dict(
        ((step, origin), int(n))
        for step, origin, n in db.execute(f'SELECT step, origin, sum("count") FROM {table} GROUP BY ALL').fetchall()
    )
    return figures(
        lambda step, origin: sums[(step, origin)],
        db.execute(
            f"""SELECT list, sum("count") FROM {table}
            WHERE list IS NOT NULL AND step = 'call' AND origin = 'cold' GROUP BY list"""
        ).fetchall(),
        db.execute(f'SELECT reason, sum("count") FROM {table} WHERE reason IS NOT NULL GROUP BY reason').fetchall(),
        db.execute(f"SELECT sum(amount) FROM {table}").fetchone()[0],
    )


comma, semicolon = sys.argv[1:]
json.dump(
    {
        f"pandas {pandas.__version__}, comma": with_pandas(comma, {}),
        f"pandas {pandas.__version__}, semicolon": with_pandas(semicolon, {"sep": ";", "decimal": ","}),
        f"DuckDB {duckdb.__version__}, comma": with_duckdb(comma, ""),
        f"DuckDB {duckdb.__version__}, semicolon": with_duckdb(semicolon, ", decimal_separator = ','"),
    },
    sys.stdout,
)
