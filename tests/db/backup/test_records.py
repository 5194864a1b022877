"""Records come back as they were written, or the file is not understood; memory stays small."""

from __future__ import annotations

import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.backup.errors import BackupUnusable
from db.backup.records import DATA, END, KINDS, RecordWriter, read_records

RECORDS = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.binary(max_size=300)))


def written(records: list[tuple[bytes, bytes]]) -> bytes:
    """Records as they stand in a file."""
    parts: list[bytes] = []
    writer = RecordWriter(parts.append)
    for kind, body in records:
        writer.put(kind, body)
    writer.finish()
    return b"".join(parts)


@given(records=RECORDS, size=st.integers(1, 100))
def test_records_come_back_however_the_bytes_arrive(records: list[tuple[bytes, bytes]], size: int) -> None:
    file = written(records)
    assert list(read_records(file[at : at + size] for at in range(0, len(file), size))) == records


@given(records=RECORDS, data=st.data())
def test_what_breaks_off_is_noticed(records: list[tuple[bytes, bytes]], data: st.DataObject) -> None:
    file = written(records)
    length = data.draw(st.integers(0, len(file) - 1))
    with pytest.raises(BackupUnusable, match="not understood"):
        list(read_records([file[:length]]))


@pytest.mark.parametrize("content", [b"X\0\0\0\0", b"D\xff\xff\xff\xff", b"D\0\0\0\5abc", b"D"])
def test_what_is_no_record_is_noticed(content: bytes) -> None:
    with pytest.raises(BackupUnusable, match="not understood"):
        list(read_records([zlib.compress(content)]))


def test_a_file_that_grows_a_thousandfold_does_not_fill_the_memory() -> None:
    file = written([(DATA, bytes(1 << 20))] * 100 + [(END, b"{}")])
    assert len(file) < 1 << 20
    tracemalloc.start()
    assert sum(len(body) for _, body in read_records([file])) == (100 << 20) + 2
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 << 20
