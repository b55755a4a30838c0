"""A small OSCAL catalog of our own, as JSON, YAML and XML that say the same."""

import json

import yaml

Plain = dict[str, object]

METADATA: Plain = {
    "title": "House Rules *for* Partners",
    "last-modified": "2026-10-01T08:00:00Z",
    "version": "1.0",
    "oscal-version": "1.1.2",
}


def part(name: str, prose: str = "", label: str = "", *parts: Plain) -> Plain:
    """Write a part."""
    found: Plain = {"name": name, "prose": prose} if prose else {"name": name}
    if label:
        found["props"] = [{"name": "label", "value": label}]
    return {**found, "parts": list(parts)} if parts else found


def control(identity: str, title: str, *parts: Plain, **more: object) -> Plain:
    """Write a control."""
    return {"id": identity, "title": title, "parts": list(parts), **more}


BACKUPS = control(
    "bk-1",
    "Backups",
    part(
        "statement",
        "",
        "",
        part("item", "Back up data {{ insert: param, bk-1_often }}; and", "a."),
        part("item", "test restoring [as agreed](#bk-2) {{ insert: param, bk-1_when }}.", "b."),
    ),
    part("guidance", "A backup nobody restored is a hope."),
    params=[
        {"id": "bk-1_often", "label": "how often", "values": ["every day"]},
        {"id": "bk-1_when", "select": {"how-many": "one-or-more", "choice": ["each {{ insert: param, any }}", "on call"]}},
    ],
    props=[{"name": "label", "value": "BK-01", "class": "padded"}, {"name": "label", "value": "BK-1"}],
    controls=[
        control(
            "bk-1.1", "Offline copy", part("statement", "Keep one copy offline."),
            props=[{"name": "label", "value": "BK-1(1)"}],
        )
    ],
)  # fmt: skip
OLD = control("bk-2", "Tapes", props=[{"name": "status", "value": "withdrawn"}])
ACCESS = control("AC-05", "AC-05", part("statement", "Every person has an account of their own."))
CATALOG: Plain = {
    "catalog": {
        "uuid": "3f2c1f0e-8f5b-4b66-9a41-5d1f3f0a7c11",
        "metadata": METADATA,
        "params": [{"id": "any", "label": "period"}],
        "groups": [
            {"id": "ops", "title": "Operations", "groups": [{"id": "bk", "title": "Copies", "controls": [BACKUPS, OLD]}]},
            {"id": "acc", "title": "Access", "controls": [ACCESS]},
        ],
    }
}  # fmt: skip


def catalog_json(plain: Plain = CATALOG) -> bytes:
    """Write the catalog as JSON."""
    return json.dumps(plain).encode()


def catalog_yaml() -> bytes:
    """Write it as YAML."""
    return yaml.safe_dump(CATALOG, sort_keys=False).encode()


def of_controls(*controls: Plain, uuid: str = "0b4f5b1e-57a4-4f0e-8a5c-5a1d1f1a9f10", **metadata: str) -> bytes:
    """Write a catalog of these controls alone."""
    plain: Plain = {"uuid": uuid, "metadata": {**METADATA, **metadata}}
    return catalog_json({"catalog": {**plain, "groups": [{"title": "Rules", "controls": list(controls)}]}})


CATALOG_XML = b"""<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="3f2c1f0e-8f5b-4b66-9a41-5d1f3f0a7c11">
  <metadata>
    <title>House Rules <em>for</em> Partners</title>
    <last-modified>2026-10-01T08:00:00Z</last-modified><version>1.0</version><oscal-version>1.1.2</oscal-version>
  </metadata>
  <param id="any"><label>period</label></param>
  <group id="ops">
    <title>Operations</title>
    <group id="bk">
      <title>Copies</title>
      <control id="bk-1">
        <title>Backups</title>
        <param id="bk-1_often"><label>how often</label><value>every day</value></param>
        <param id="bk-1_when">
          <select how-many="one-or-more">
            <choice>each <insert type="param" id-ref="any"/></choice><choice>on call</choice>
          </select>
        </param>
        <prop name="label" class="padded" value="BK-01"/>
        <prop name="label" value="BK-1"/>
        <part name="statement">
          <part name="item"><prop name="label" value="a."/>
            <p>Back up data <insert type="param" id-ref="bk-1_often"/>; and</p>
          </part>
          <part name="item"><prop name="label" value="b."/>
            <p>test restoring
               <a href="#bk-2">as agreed</a> <insert type="param" id-ref="bk-1_when"/>.</p>
          </part>
        </part>
        <part name="guidance"><p>A backup nobody restored is a hope.</p></part>
        <control id="bk-1.1">
          <title>Offline copy</title>
          <prop name="label" value="BK-1(1)"/>
          <part name="statement"><p>Keep one copy offline.</p></part>
        </control>
      </control>
      <control id="bk-2"><title>Tapes</title><prop name="status" value="withdrawn"/></control>
    </group>
  </group>
  <group id="acc">
    <title>Access</title>
    <control id="AC-05">
      <title>AC-05</title>
      <part name="statement"><p>Every person has an account of their own.</p></part>
    </control>
  </group>
</catalog>
"""
