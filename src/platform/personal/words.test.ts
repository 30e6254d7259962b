import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { wordsPattern } from './words.ts'

// When any place where the letters stand was taken for the word, others lost their history with somebody's account.
// Seen to fail when a word may go on after the name.
test('check 35: the words of one who leaves are found wherever they stand, and never inside those of somebody else', async () => {
  const { db, close } = await testDatabase()
  const found = async (word: string, text: string) => (await sql<{ found: boolean }>`select ${text}::text ~* ${wordsPattern([word])} as found`.execute(db)).rows[0]?.found
  const [address, name] = ['nordmann@fylke.no', 'Ola Nord']
  for (const text of [address, `"${address}"`, `<${address}>`, `Skriv til ${address.toUpperCase()}.`, JSON.stringify(`Hei\n${address}\nHilsen`), `mailto:${address}`]) expect([text, await found(address, text)]).toEqual([text, true])
  expect(await found(encodeURIComponent(address), `/logg-inn/sendt?epost=${encodeURIComponent(address)}`)).toBe(true)
  for (const text of [`kari.${address}`, `kari-${address}`, `x${address}`, `${address}rsk`]) expect([text, await found(address, text)]).toEqual([text, false])
  for (const text of [name, `Hilsen ${name}!`, `${name}s forslag`, JSON.stringify(`Hei\n${name}`), `«ola nord»`]) expect([text, await found(name, text)]).toEqual([text, true])
  for (const text of [`${name}mann`, `Viola Nord`]) expect([text, await found(name, text)]).toEqual([text, false])
  expect((await sql<{ text: string }>`select regexp_replace(${`Hei, ${name}s idé og ${name}mann`}, ${wordsPattern([name])}, 'X', 'gi') as text`.execute(db)).rows[0]?.text).toBe(`Hei, X idé og ${name}mann`)
  await close()
})
