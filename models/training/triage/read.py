"""Stage 1: the survey's files to one table of visits, cleaned by range, kept outside the checkout.

Only the columns below are read (2 s; all 949 take 88 s). Race, ethnicity and payer are read for the fairness
report alone and stand in a table of their own, `groups`, which the feature builder never sees.
"""

import pathlib
import re
import tempfile
import zipfile

import numpy as np
import pyreadstat

from common.files import SHARED_DATA, cache_folder, sha256

FOLDER = SHARED_DATA / "nhamcs-ed"
YEARS = (2016, 2017, 2018, 2019, 2020)
SHA256 = {
    "ed2016_sas.zip": "4f0c2d24ba319083e8583699acf706528080c90b111c9d980f94f790b931b013",
    "ed2017_sas.zip": "13458593464f8e1917dcaa2e4deebd4e0e21a7121d54169a220f9d1a0e247943",
    "ed2018_sas.zip": "0ae6bd22d874f579cc304be75e7f2066b49c6c2bcd179391d952111bd5ac560c",
    "ed2019_sas.zip": "c1aed6d425ab8790bfe586a758078f2c4aa5d0d03f2c145d37be53f4b97e79be",
    "ed2020_sas.zip": "48c94e484914cc83c7c5fe464b9315a096668ac71f35a6b7c2a55a93a3235139",
    "ed22for.txt": "d7f2b37ce6da106246fb8bb182b486ce54b25435595ae886c691cb92b1a65339",
}
REASONS = [f"RFV{i}" for i in range(1, 6)]
CONDITIONS = (
    "ETOHAB ALZHD ASTHMA CANCER CEBVD CKD COPD CHF CAD DEPRN DIABTYP1 DIABTYP2 DIABTYP0 ESRD HPE EDHIV "
    "HYPLIPID HTN OBESITY OSA OSTPRSIS SUBSTAB"
).split()
VITALS = ["TEMPF", "PULSE", "RESPR", "BPSYS", "BPDIAS", "POPCT", "PAINSCALE"]
GROUPS = ["RACERETH", "PAYTYPER"]
OTHER = ["AGE", "AGEDAYS", "SEX", "ARREMS", "IMMEDR", "HOSPCODE", "NOCHRON", "ADMIT", "HDSTAT", "DIEDED", "DOA"]
OTHER += ["ADMITHOS"]


def missing_data() -> str | None:
    """Which file is missing or is not the one that this pipeline was made for; None when all is well."""
    for name, expected in SHA256.items():
        file = FOLDER / name
        if not file.exists():
            return f"{file} is missing. Set PRESCREEN_SHARED_DATA to the folder that holds nhamcs-ed."
        if sha256(file) != expected:
            return f"{file} has changed: its sha256 is {sha256(file)}, not {expected}."
    return None


def read_year(year: int, folder: pathlib.Path) -> dict[str, np.ndarray]:
    with zipfile.ZipFile(FOLDER / f"ed{year}_sas.zip") as archive:
        path = archive.extract(archive.namelist()[0], folder)
    columns = REASONS + CONDITIONS + VITALS + GROUPS + OTHER
    table, _ = pyreadstat.read_sas7bdat(path, usecols=columns, output_format="dict")
    pathlib.Path(path).unlink()
    rows = {name: np.asarray(table[name], np.float64) for name in columns}
    return {**rows, "YEAR": np.full(len(rows["AGE"]), float(year))}


def read_all() -> dict[str, np.ndarray]:
    """Every visit of every year, as numbers as they stand in the file."""
    file = cache_folder("triage") / "visits.npz"
    if not file.exists():
        problem = missing_data()
        if problem:
            raise SystemExit(problem)
        with tempfile.TemporaryDirectory() as folder:
            years = []
            for year in YEARS:
                years.append(read_year(year, pathlib.Path(folder)))
                print(f"  read {year}: {len(years[-1]['AGE'])} visits", flush=True)
        table = {name: np.concatenate([year[name] for year in years]) for name in years[0]}
        part = file.with_suffix(".part.npz")
        np.savez_compressed(part, **table)
        part.replace(file)
    with np.load(file) as stored:
        return {name: stored[name] for name in stored.files}


def reason_labels() -> dict[int, str]:
    """Code of each reason for visit and its label, as printed in the survey's format file."""
    text = (FOLDER / "ed22for.txt").read_text("latin-1")
    block = text[text.index("VALUE RFVF") : text.index("VALUE RFV3DF")]
    found = re.findall(r"^\s*(\d{5})\s*=\s*(['\"])(.*?)\2\s*$", block, re.M)
    return {int(code): label.strip() for code, _, label in found}
