"""What whoever changes a site or a bag by hand can do: count all sums again."""

import hashlib
import io
import re
import zipfile

from gapmark.exports import bag, sums
from gapmark.project.files import MANIFEST
from gapmark.verify.packages import Package, below


def package(files, name="x"):
    """What verify makes of these files."""
    return Package(name, files, {path: hashlib.sha256(data).hexdigest() for path, data in files.items()})


def counted(site):
    return {path: data for path, data in site.items() if path not in (sums.PATH, MANIFEST)}


def shown(site):
    """The sum that the page about the edition shows."""
    return re.findall("<code>([0-9a-f]{64})</code>", site[sums.PAGE].decode())[-1]


def count_again(site):
    """The files of a site, with its sums written anew, that on the page too."""
    old, site = shown(site), dict(site)
    site[sums.PAGE] = site[sums.PAGE].replace(old.encode(), sums.site_sum(counted(site), old).encode())
    return site | {sums.PATH: sums.list_sums(counted(site)).encode()}


def count_bag_again(files):
    """The files of a bag, with the sums of its site and of all its lists written anew."""
    files = files | {f"{bag.SITE}{path}": data for path, data in count_again(below(files, bag.SITE)).items()}
    payload = {bag.escaped(path): data for path, data in files.items() if path.startswith(bag.PAYLOAD)}
    tags = {path: data for path, data in files.items() if not path.startswith(bag.PAYLOAD)}
    tags |= {bag.MANIFEST: sums.list_sums(payload).encode()}
    del tags[bag.TAG_MANIFEST]
    return files | tags | {bag.TAG_MANIFEST: sums.list_sums(tags).encode()}


def unzipped(data):
    """The files of a bag, without the folder round them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename.partition("/")[2]: archive.read(entry) for entry in archive.infolist()}


def zipped(files, top="bag"):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{top}/{name}", data)
    return made.getvalue()
