"""Zip files: the same bytes each time, with times that they can hold."""

import io
import zipfile

import pytest

from gapmark.exports.zip_files import zipped


@pytest.mark.parametrize("moment", [0, 315_532_800, 9_999_999_999])
def test_times_that_a_zip_file_can_hold(moment):
    with zipfile.ZipFile(io.BytesIO(zipped({"a": b"", "b": b"x" * 99}, moment))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} <= {1980, 2107}
        assert [entry.compress_type for entry in archive.infolist()] == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]
