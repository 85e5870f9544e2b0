-- An act is looked up by what it is about and which act it is. By the act alone, each of thousands of items would be
-- sought among the entries of all of them.
DROP INDEX journalSubject;
CREATE INDEX journalSubject ON journal (subject, action, seq);
