/** The driver's and PostgreSQL's ways of saying that nobody is there: refused, reset, shutting down, starting up, no room for one more line. */
const away = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', '57P01', '57P02', '57P03', '08006', '08001', '08003', '53300']
/** Ours and PostgreSQL's ways of saying that nothing can be written: full, over quota, read-only, broken, out of file handles or memory. */
const full = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', '53000', '53100', '53200', '25006', '58030']
/** It took longer than a statement may take, or than one may wait for another's lock. */
const slow = ['57014', '55P03']
const codes: ReadonlySet<string> = new Set([...away, ...full, ...slow])

/** Whether the database answers and takes nothing in: read only, or full. What only is read then still can be. */
export const cannotWrite = (error: unknown): boolean => error instanceof Error && (('code' in error && full.includes(String(error.code))) || (error.cause !== undefined && cannotWrite(error.cause)))

/** Whether it is nobody's mistake and may be better in a minute: the same again may then go well. */
export const isPassingFault = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && codes.has(String(error.code))) || /connection terminated|connection error|timeout exceeded when trying to connect|timeout expired/i.test(error.message)
    || (error.cause !== undefined && isPassingFault(error.cause)))
