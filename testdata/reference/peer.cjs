// DuckDB, two threads, makes of a CSV of spells what a benchmark of package
// register makes of it: spells by length, spells a person, days between spells
// and spells by municipality of the year 2014, every row a spell. It reads only
// the columns it needs and is told their types. Prints
// table, rows and a sum to compare.
//
// npm install @duckdb/node-api@1.5.6-r.1; NODE_PATH=node_modules node peer.cjs spells.csv
const { DuckDBInstance } = require('@duckdb/node-api');

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const file = process.argv[2].replaceAll("'", "''");
  await connection.run(`CREATE TEMP TABLE s AS SELECT person, start, "end" AS e, municipality AS m, kind = 14 AS own
    FROM read_csv('${file}', header = true, columns = {'person': 'BIGINT', 'start': 'DATE', 'end': 'DATE', 'municipality': 'VARCHAR',
      'kind': 'INTEGER', 'sex': 'VARCHAR', 'birth': 'INTEGER'})`);
  for (const [table, query] of [
    ['lengths', `SELECT least(e - start + 1, 57) AS k, count(*) AS n FROM s WHERE own AND year(start) = 2014 GROUP BY 1`],
    ['persons', `SELECT least(n, 21) AS k, count(*) AS n FROM (SELECT person, count(*) AS n FROM s WHERE own AND year(start) = 2014 GROUP BY 1) GROUP BY 1`],
    ['gaps', `SELECT least(g, 121) AS k, count(*) AS n FROM (SELECT start - lag(e) OVER (PARTITION BY person ORDER BY start) AS g FROM s WHERE own)
      WHERE g IS NOT NULL GROUP BY 1`],
    ['municipalities', `SELECT m AS k, count(*) FILTER (own) AS own, count(*) AS n FROM s WHERE year(start) = 2014 GROUP BY 1`],
  ]) {
    const rows = (await connection.runAndReadAll(query)).getRowObjects();
    console.log(table, rows.length, rows.reduce((sum, row) => sum + Number(row.n), 0));
  }
})();
