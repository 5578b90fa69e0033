import pg from 'pg';

/** Asks the database of a platform once, as whoever owns it. */
export const onDatabase = async <T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  // A connection that is lost in between is answered by the question that finds it gone.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
};
