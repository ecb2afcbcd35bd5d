"""The demo's day at any hour: whoever plays it twice finds it again, just after midnight and late in the evening too."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from console.rehearsal import OTHERS, fill_worklist, open_demo_case, todays_demo


@pytest.mark.parametrize("hour", [0, 6, 12, 19, 21, 23])
def test_the_demo_day_is_filled_once_at_every_hour(theatre, hour):
    now = datetime.now().astimezone().replace(hour=hour, minute=20)
    fill_worklist(theatre.service, theatre.surgeon, now)
    fill_worklist(theatre.service, theatre.surgeon, now)
    planned = [theatre.service.find_cases(theatre.surgeon, patient.mrn).cases for patient, *_ in OTHERS]
    assert [len(cases) for cases in planned] == [1] * len(OTHERS)
    case = open_demo_case(theatre.service, theatre.surgeon, now)
    assert todays_demo(theatre.service, theatre.surgeon, now) == case.id
    assert todays_demo(theatre.service, theatre.surgeon, now + timedelta(minutes=5)) == case.id
