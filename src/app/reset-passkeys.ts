import { openDatabase } from '../platform/db/database.ts'
import { parseEmail } from '../platform/mail/mail.ts'
import { removePasskeys } from '../platform/passkey/passkey.store.ts'
import { personBehind } from '../platform/session/login.ts'
import { endSessionsOf } from '../platform/session/session.ts'
import { atDatabase, CannotRun, complain, configOf, say } from './commands/at-database.ts'

/** Takes away the passkeys of whoever has an e-mail address, and logs them out: for an administrator who has lost theirs and has no colleague to ask. */
async function main(): Promise<number> {
  const email = parseEmail(process.argv[2] ?? '')
  if (!email) throw new CannotRun('Skriv e-postadressen til den det gjelder, for eksempel npm run passkeys:reset -- navn@kommune.no')
  return await atDatabase(configOf(process.env), async (url) => {
    const db = openDatabase(url, { max: 1 })
    try {
      const person = await personBehind(db, 'email', email)
      if (!person) throw new CannotRun(`Ingen har adressen ${email} her.`)
      const removed = await db.transaction().execute(async (tx) => {
        await endSessionsOf(tx, [person])
        return removePasskeys(tx, person, null)
      })
      say(`${removed === 1 ? 'Én passnøkkel' : `${removed} passnøkler`} er fjernet, og ${email} er logget ut. Ved neste innlogging lages en ny.`)
      return 0
    } finally {
      await db.destroy()
    }
  })
}

process.exitCode = await main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error))
  return 2
})
