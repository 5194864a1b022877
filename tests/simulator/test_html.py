"""Telegram's HTML: what comes out of it, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.html import HtmlError, parse, utf16_length


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("<b>так</b>", "bold"), ("<strong>так</strong>", "bold"), ("<i>так</i>", "italic"), ("<em>так</em>", "italic"),
        ("<u>так</u>", "underline"), ("<ins>так</ins>", "underline"), ("<s>так</s>", "strikethrough"),
        ("<del>так</del>", "strikethrough"), ("<tg-spoiler>так</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">так</span>', "spoiler"), ("<code>так</code>", "code"), ("<pre>так</pre>", "pre"),
        ("<blockquote>так</blockquote>", "blockquote"),
        ("<blockquote expandable>так</blockquote>", "expandable_blockquote"), ("<B>так</B>", "bold"),
    ],
)  # fmt: skip
def test_a_tag_becomes_its_entity(source: str, kind: str) -> None:
    assert parse(source) == ("так", [{"type": kind, "offset": 0, "length": 3}])


def test_offsets_count_utf16_units() -> None:
    text, entities = parse("👩‍👧 <b>🇺🇦</b>")
    assert text == "👩‍👧 🇺🇦"
    assert entities == [{"type": "bold", "offset": 6, "length": 4}]
    assert utf16_length(text) == 10


def test_references_are_decoded_and_unknown_ones_stand() -> None:
    assert parse("&lt;b&gt; &amp;amp; &quot;&#39;&#x27;&nbsp; & so") == ("<b> &amp; \"''&nbsp; & so", [])


def test_a_link_keeps_its_address() -> None:
    _, entities = parse('<a href="https://t.me/x?a=1&amp;b=2">тут</a>')
    assert entities == [{"type": "text_link", "offset": 0, "length": 3, "url": "https://t.me/x?a=1&b=2"}]


def test_a_link_that_is_none_is_only_text() -> None:
    assert parse('<a href="нікуди">тут</a>') == ("тут", [])


def test_nested_tags_give_nested_entities_the_outer_first() -> None:
    _, entities = parse("<b>а<i>б</i></b>")
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in entities] == [
        ("bold", 0, 2), ("italic", 1, 1),
    ]  # fmt: skip


def test_a_block_of_code_takes_its_language() -> None:
    _, entities = parse('<pre><code class="language-python">x</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


def test_a_time_is_an_entity() -> None:
    _, entities = parse('<tg-time unix="1800000000" format="d">завтра</tg-time>')
    assert entities == [
        {"type": "date_time", "offset": 0, "length": 6, "unix_time": 1_800_000_000, "date_time_format": "d"}
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("я</b>", "Unexpected end tag at byte offset 2"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href>y</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_telegram_cannot_parse_is_refused_with_its_words(source: str, words: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse(source)
    assert str(caught.value) == words


@given(st.text())
def test_escaped_text_comes_out_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse(escaped) == (text, [])


@given(st.text(alphabet="<>/&;=\"' abспаn#x1", max_size=40))
def test_any_markup_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = parse(source)
    except HtmlError:
        return
    for entity in entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(text)
