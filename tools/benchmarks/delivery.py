"""A synthetic delivery in the shape of schema/mappings/discipline-sample.json.

Nobody in it exists. People hold posts, complaints become cases, and about one in ten ends in a
sanction; the same seed gives the same files.
"""

import csv
import datetime
import os
import random

FINDINGS = ["SU", "NS", "NS", "NS", "UN", "UN", "EX", ""]
CATEGORIES = [("01A", "LATE FILING OF A DECISION"), ("04C", "NO LEGALITY REVIEW"), ("07B", "CONFLICT OF INTEREST")]


def write(directory, people):
    """Writes the files; about 20 events a person."""
    draw = random.Random(20)
    os.makedirs(directory)

    def table(name, header, rows):
        with open(os.path.join(directory, name), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)

    def day(first=0):
        return datetime.date(1990, 1, 1) + datetime.timedelta(days=draw.randrange(first, 9000))

    units = [[i, f"Unit {i:03}", "Y"] for i in range(100)]
    table("units.csv", ["unit_id", "unit_name", "status_2016"], units)
    subjects, positions = [], []
    for i in range(people):
        begin, unit = day(), draw.randrange(100)
        left = begin + datetime.timedelta(days=9000) if draw.random() < 0.3 else ""
        subjects.append([f"P{i:08x}", begin, left, int(not left), "OFFICER", unit, 3])
        for _ in range(4):
            positions.append([f"P{i:08x}", draw.randrange(100), begin, "", 0, 1])
            begin += datetime.timedelta(days=draw.randrange(200, 1500))
    table("subjects.csv", ["UID", "employed_from", "employed_to", "active_at_export", "rank_category", "last_unit", "n_source_files"], subjects)
    table("positions.csv", ["UID", "unit_id", "from_date", "to_date", "open_at_export", "source_quality_code"], positions)
    complaints, outcomes = [], []
    for i in range(people * 2):
        received = day(3000)
        complaints.append([f"C{i:08x}", 1, received - datetime.timedelta(days=3), received, received + datetime.timedelta(days=200), 0])
        for uid in draw.sample(range(people), 2):
            code, category = draw.choice(CATEGORIES)
            finding = draw.choice(FINDINGS)
            outcome = ("Suspension 5 days", "suspension", 5) if finding == "SU" else ("No Action Taken", "no_action", "")
            outcomes.append([f"P{uid:08x}", f"C{i:08x}", 1, code, category, finding, *outcome, finding, *outcome, draw.randrange(100)])
    table("complaints.csv", ["CR_ID", "source_version", "incident_date", "complaint_date", "closed_date", "filed_by_employee"], complaints)
    table("outcomes.csv", ["UID", "CR_ID", "source_version", "complaint_code", "complaint_category", "recommended_finding", "recommended_outcome", "recommended_outcome_class", "recommended_outcome_days", "final_finding", "final_outcome", "final_outcome_class", "final_outcome_days", "unit_recorded_at_intake"], outcomes)
    table("investigators.csv", ["UID", "CR_ID", "assigned_date"], [])
