#!/usr/bin/env python3
"""sbom.py PROGRAM…: prints a bill of materials (SPDX 2.3, JSON) of the given programs.

It contains Lynceus itself, the header-only and copied code that docs/dependencies.md lists, and each shared library that
the system's loader loads, with its Debian package. It contains neither plugins that Qt loads later, which are listed in
the packages' dependencies, nor build tools.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Code compiled into the programs, so no shared library shows it: name, Debian package of the headers, licence.
COMPILED_IN = [
    ("CLI11", "libcli11-dev", "BSD-3-Clause"),
    ("nlohmann/json", "nlohmann-json3-dev", "MIT"),
    ("tl::expected", "libexpected-dev", "CC0-1.0"),
]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def package_version(package):
    return output("dpkg-query", "-W", "-f=${Version}", package)


def libraries(program):
    return sorted({match.group(1) for match in re.finditer(r"=> (/\S+)", output("ldd", program))})


def package_of(library):
    """The Debian package of a library. dpkg may know the file by its path without /usr."""
    for path in (library, os.path.realpath(library), library.removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"sbom.py: {library} belongs to no Debian package")


def spdx_id(name):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def entry(name, version, licence, purl=None):
    package = {
        "SPDXID": spdx_id(name),
        "name": name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
    }
    if purl:
        package["externalRefs"] = [
            {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}
        ]
    return package


def debian(package):
    version = package_version(package)
    return entry(package, version, "NOASSERTION", f"pkg:deb/debian/{package}@{version}")


def main():
    programs = sys.argv[1:]
    if not programs:
        sys.exit("usage: sbom.py PROGRAM…")
    version = re.search(r"project\(lynceus VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
    lucide = re.search(r"lucide-static ([\d.]+) \(ISC\)", (ROOT / "docs/dependencies.md").read_text()).group(1)
    packages = [entry("lynceus", version, "Apache-2.0"), entry("lucide-static", lucide, "ISC")]
    for name, package, licence in COMPILED_IN:
        if package not in (ROOT / "docs/dependencies.md").read_text():
            sys.exit(f"sbom.py: {package} is not in docs/dependencies.md")
        packages.append(entry(name, package_version(package), licence))
    shared = sorted({package_of(library) for program in programs for library in libraries(program)})
    packages += [debian(package) for package in shared]
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or int(datetime.datetime.now().timestamp())
    created = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    top = spdx_id("lynceus")
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"lynceus-{version}",
        "documentNamespace": f"https://lynceus.github.io/spdx/lynceus-{version}-{seconds}",
        "creationInfo": {"created": created, "creators": ["Tool: lynceus-packaging-sbom.py"]},
        "packages": packages,
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": top}
        ]
        + [
            {
                "spdxElementId": top,
                "relationshipType": "DYNAMIC_LINK" if "externalRefs" in package else "CONTAINS",
                "relatedSpdxElement": package["SPDXID"],
            }
            for package in packages[1:]
        ],
    }
    json.dump(document, sys.stdout, indent=1)
    print()


main()
