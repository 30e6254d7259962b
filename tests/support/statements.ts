import pg from 'pg'

/**
 * How many statements were sent to one database while something was done, counted at the driver, where nothing can hide. What a line that
 * is opened anew asks about itself is not counted: that is of the line.
 */
export async function statementsDuring(url: string, work: () => Promise<unknown>): Promise<number> {
  const database = new URL(url).pathname.slice(1)
  const original = pg.Client.prototype.query
  let sent = 0
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    if (this.database === database && !String((args[0] as { text?: string })?.text ?? args[0]).includes('pg_backend_pid')) sent++
    return Reflect.apply(original, this, args)
  } as typeof original
  await work().finally(() => (pg.Client.prototype.query = original))
  return sent
}
