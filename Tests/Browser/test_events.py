"""The publication's events: pages by year, and the files that calendars and tables read."""

import csv
import datetime
import io

import icalendar
import pytest


def calendars(site):
    return sorted(site.rglob("*.ics"))


@pytest.fixture(scope="module")
def site(publication):
    return publication.root


def test_calendars_are_read_by_another_program(site):
    files = calendars(site)
    assert len(files) > 20
    seen = {}
    for file in files:
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
        events = calendar.walk("VEVENT")
        assert events and not any(event.errors for event in events), file
        uids = [str(event["UID"]) for event in events]
        assert len(uids) == len(set(uids)), file
        for event in events:
            start, end = event["DTSTART"].dt, event["DTEND"].dt
            assert type(start) is datetime.date and start < end, file
            # The same event says the same wherever it is offered.
            same = seen.setdefault(str(event["UID"]), event.to_ical())
            assert same == event.to_ical(), file


def test_a_calendar_has_the_rows_of_the_table_beside_it(site):
    for file in calendars(site):
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        rows = list(csv.DictReader(io.StringIO(file.with_suffix(".csv").read_text("utf-8"))))
        events = calendar.walk("VEVENT")
        assert [str(event["X-EDTF"]) for event in events] == [row["date"] for row in rows]
        for event, row in zip(events, rows):
            assert str(event["SUMMARY"]).startswith(row["event"])
            assert str(event["DESCRIPTION"]).split("\n")[0] == row["words"]
            last = event["DTEND"].dt - datetime.timedelta(days=1)
            if row["earliest"]:
                assert event["DTSTART"].dt.isoformat() == row["earliest"]
            if row["latest"]:
                assert last.isoformat() == row["latest"]


def test_every_event_can_be_reached_by_plain_links(publication, site, addresses, open_tab):
    rows = list(csv.DictReader(io.StringIO((site / "timeline/events.csv").read_text("utf-8"))))
    tab = open_tab(java_script_enabled=False)
    tab.goto(addresses.published + "timeline/index.html")
    years = tab.eval_on_selector_all(
        ".choices a:not([aria-current])", "all => all.map((a) => a.href)"
    )
    found = []
    for address in years:
        tab.goto(address)
        found += tab.eval_on_selector_all(
            "section:not([aria-labelledby='timeline.earlier']) .events .event-title",
            "all => all.map((e) => e.textContent)",
        )
    assert sorted(found) == sorted(row["event"] for row in rows)


def test_marks_lead_to_the_entries_of_the_list(addresses, open_tab):
    tab = open_tab()
    tab.goto(addresses.published + "timeline/2021.html")
    targets = tab.eval_on_selector_all(
        ".picture-wide svg a", "all => all.map((a) => a.getAttribute('href'))"
    )
    assert len(targets) > 5
    for target in targets:
        assert target.startswith("#")
        assert tab.locator(f"[id='{target[1:]}']").count() == 1
