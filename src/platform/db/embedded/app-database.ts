import { Client } from 'pg'
import { type Address, connectionUrl } from './address.ts'
import { appRole, type Credentials } from './credentials.ts'

/** Makes the app's role and database when they are not there; returns the app's address of it. */
export async function prepareAppDatabase(address: Address, credentials: Credentials): Promise<string> {
  const client = new Client({ connectionString: connectionUrl(address, 'postgres', credentials.superuser, 'postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ role: boolean, database: boolean }>(
      'select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $1) as database',
      [appRole],
    )
    // Names and passwords cannot be parameters here; both are ours, and the password is made of hexadecimal digits.
    if (!rows[0]?.role) await client.query(`create role ${appRole} login createdb password '${credentials.app}'`)
    if (!rows[0]?.database) await client.query(`create database ${appRole} owner ${appRole}`)
  } finally {
    await client.end()
  }
  return connectionUrl(address, appRole, credentials.app, appRole)
}
