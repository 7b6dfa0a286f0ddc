-- The tables of corpus.sqlite, and views that answer what is asked most. `number` is a row's number
-- in this file (`numbers.py`) and may change from build to build; `id` and `slug` stay.
-- Articles and the index of their words come first: `begun.py`. Of that `words.py` makes the parts.
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_made INTEGER NOT NULL,
  byline TEXT,
  source TEXT REFERENCES sources (name),
  source_url TEXT,
  dateline TEXT,
  date TEXT,
  language TEXT,
  words INTEGER NOT NULL,
  url TEXT NOT NULL,
  seed TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (name TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  url TEXT,
  wikidata TEXT,
  note TEXT
);
CREATE TABLE aliases (
  entity INTEGER NOT NULL REFERENCES entities (number),
  text TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (entity, text)
) WITHOUT ROWID;
CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (number),
  in_title INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities (number),
  PRIMARY KEY (article, in_title, start, "end", entity)
) WITHOUT ROWID;
CREATE TABLE keywords (
  number INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  articles INTEGER NOT NULL,
  entity INTEGER REFERENCES entities (number),
  url TEXT NOT NULL
);
CREATE TABLE keyword_variants (
  keyword INTEGER NOT NULL REFERENCES keywords (number),
  text TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (keyword, text)
) WITHOUT ROWID;
CREATE TABLE article_keywords (
  article INTEGER NOT NULL REFERENCES articles (number),
  rank INTEGER NOT NULL,
  text TEXT NOT NULL,
  score REAL NOT NULL,
  keyword INTEGER REFERENCES keywords (number),
  PRIMARY KEY (article, rank)
) WITHOUT ROWID;
CREATE TABLE related (
  article INTEGER NOT NULL REFERENCES articles (number),
  other INTEGER NOT NULL REFERENCES articles (number),
  score REAL NOT NULL,
  PRIMARY KEY (article, other)
) WITHOUT ROWID;
CREATE VIEW article_entities AS
  SELECT a.id AS article, a.title, a.date, a.source, e.id AS entity, e.name, e.kind,
    count(*) AS mentions
  FROM mentions AS m JOIN articles AS a ON a.number = m.article
    JOIN entities AS e ON e.number = m.entity
  GROUP BY m.article, m.entity;
CREATE VIEW mentions_in_context AS
  SELECT a.id AS article, a.date, a.source, e.id AS entity, e.name, m.in_title, m.start, m."end",
    substr(t.text, max(m.start - 59, 1), min(m.start, 60)) AS before,
    substr(t.text, m.start + 1, m."end" - m.start) AS mention,
    substr(t.text, m."end" + 1, 60) AS after
  FROM mentions AS m JOIN articles AS a ON a.number = m.article
    JOIN entities AS e ON e.number = m.entity
    JOIN (
      SELECT number, 0 AS in_title, text FROM articles
      UNION ALL SELECT number, 1, title FROM articles
    ) AS t ON t.number = m.article AND t.in_title = m.in_title;
CREATE VIEW entities_by_month AS
  SELECT e.id AS entity, e.name, e.kind, substr(a.date, 1, 7) AS month,
    count(DISTINCT m.article) AS articles, count(*) AS mentions
  FROM mentions AS m JOIN articles AS a ON a.number = m.article
    JOIN entities AS e ON e.number = m.entity
  WHERE a.date IS NOT NULL
  GROUP BY m.entity, month;
CREATE VIEW spellings_by_source AS
  SELECT entity, name, source, mention AS spelling, count(*) AS mentions
  FROM mentions_in_context
  GROUP BY entity, source, mention;
CREATE VIEW entity_pairs AS
  SELECT min(one.id, two.id) AS first,
    CASE WHEN one.id < two.id THEN one.name ELSE two.name END AS first_name,
    max(one.id, two.id) AS second,
    CASE WHEN one.id < two.id THEN two.name ELSE one.name END AS second_name,
    count(*) AS articles
  FROM (SELECT DISTINCT article, entity FROM mentions) AS p
    JOIN (SELECT DISTINCT article, entity FROM mentions) AS q
      ON q.article = p.article AND q.entity > p.entity
    JOIN entities AS one ON one.number = p.entity
    JOIN entities AS two ON two.number = q.entity
  GROUP BY p.entity, q.entity;
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX keywords_by_entity ON keywords (entity);
CREATE INDEX article_keywords_by_keyword ON article_keywords (keyword);
