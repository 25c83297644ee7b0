"""The SQL of the store: its tables, and every statement that appends to them or reads them back.

Never changes or takes away a row: a test reads this file and watches the database while every method runs. No trigger
says it again, because the one exception, a purge of notes past their retention date, will have to work without
dropping one.

The statements keep to what SQLite and PostgreSQL both speak: plain joins, ON CONFLICT DO NOTHING, RETURNING, partial
indexes, and `?` for a value. Only the tables are SQLite's own (STRICT). JSON is TEXT: a hash is over a text, and a
database that rearranges JSON would change it. Texts sort by code point, which is SQLite's way and Python's.
"""

APPLICATION = int.from_bytes(b"ssi1", "big")  # in the file's header (PRAGMA application_id): this file is ours

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    # 1: the store as it began
    (
        """CREATE TABLE round (
            seq INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            programme TEXT NOT NULL,
            standard_sha256 TEXT NOT NULL,
            chain TEXT NOT NULL,        -- [[file name, its bytes in hex], …]: the bases first, the standard last
            shelters TEXT NOT NULL,     -- the pinned rows, as `pinned` writes them
            assessors TEXT NOT NULL,
            visits TEXT NOT NULL,
            opened_at TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE entry (
            seq INTEGER PRIMARY KEY,
            round TEXT NOT NULL,
            shelter TEXT NOT NULL,
            assessor TEXT NOT NULL,
            at TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX entry_of_sheet ON entry (round, shelter, assessor)",
        """CREATE TABLE sheet (
            hash TEXT NOT NULL PRIMARY KEY,
            round TEXT NOT NULL,
            shelter TEXT NOT NULL,
            assessor TEXT NOT NULL,
            replaces TEXT,
            programme TEXT NOT NULL,
            standard_sha256 TEXT NOT NULL,
            levels TEXT NOT NULL,       -- [2,null,-1,…], one slot per criterion of the resolved standard
            notes TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX sheet_of_round ON sheet (round, shelter, assessor)",
        "CREATE INDEX sheet_replaced ON sheet (replaces, round) WHERE replaces IS NOT NULL",
        """CREATE TABLE decision (
            seq INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            kind TEXT NOT NULL,
            round TEXT NOT NULL,        -- '' where it is about no round
            why TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE result (
            seq INTEGER PRIMARY KEY,
            round TEXT NOT NULL,
            at TEXT NOT NULL,
            rule TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE proposal (
            seq INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            round TEXT NOT NULL,
            at TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT""",
    ),
)

ADD_ROUND = """INSERT INTO round (id, kind, programme, standard_sha256, chain, shelters, assessors, visits, opened_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
ROUNDS = """SELECT id, kind, programme, standard_sha256, chain, shelters, assessors, visits, opened_at
FROM round ORDER BY seq"""
ROUND = """SELECT id, kind, programme, standard_sha256, chain, shelters, assessors, visits, opened_at
FROM round WHERE id = ?"""
ROUND_IDS = "SELECT id FROM round ORDER BY seq"
HAS_ROUND = "SELECT 1 FROM round WHERE id = ?"

ADD_ENTRY = "INSERT INTO entry (round, shelter, assessor, at, body) VALUES (?, ?, ?, ?, ?) RETURNING seq"
ENTRIES = "SELECT seq, body FROM entry WHERE round = ? AND shelter = ? AND assessor = ? ORDER BY seq"
STARTED = "SELECT DISTINCT shelter, assessor FROM entry WHERE round = ? AND assessor NOT LIKE '%~2'"

ADD_SHEET = """INSERT INTO sheet
(hash, round, shelter, assessor, replaces, programme, standard_sha256, levels, notes, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING"""
CURRENT_SHEETS = """SELECT hash, round, shelter, assessor, replaces, programme, standard_sha256, levels, notes
FROM sheet WHERE round = ? AND NOT EXISTS
    (SELECT 1 FROM sheet AS later WHERE later.replaces = sheet.hash AND later.round = sheet.round)
ORDER BY shelter, assessor, at, hash"""
ALL_SHEETS = """SELECT hash, round, shelter, assessor, replaces, programme, standard_sha256, levels, notes
FROM sheet ORDER BY round, shelter, assessor, at, hash"""
SHEET_TIMES = "SELECT hash, at FROM sheet WHERE round = ?"
HAS_SHEET = "SELECT 1 FROM sheet WHERE hash = ?"

ADD_DECISION = "INSERT INTO decision (at, who, kind, round, why, body) VALUES (?, ?, ?, ?, ?, ?)"
DECISIONS = """SELECT at, who, kind, round, why, body FROM decision
WHERE (? = '' OR round = ?) AND (? = '' OR kind = ?) ORDER BY seq"""

ADD_RESULT = "INSERT INTO result (round, at, rule, body) VALUES (?, ?, ?, ?)"
RESULTS = "SELECT at, rule, body FROM result WHERE round = ? ORDER BY seq"

ADD_PROPOSAL = "INSERT INTO proposal (sha256, round, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING"
PROPOSALS = "SELECT sha256, body FROM proposal ORDER BY seq"
