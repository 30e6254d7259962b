import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { DamagedArchive, type Sink } from './tar.ts'

/**
 * Encryption with a passphrase in the format of age (age-encryption.org/v1), so that a backup can be opened with that program too:
 * scrypt makes a key of the passphrase, and ChaCha20-Poly1305 seals 64 kB at a time.
 */
const intro = 'age-encryption.org/v1'
const chunk = 65_536
const tag = 16
/** 2 to this is the work of one try at a passphrase: about half a second and 128 MB. More than `mostWork` is not tried. */
const work = 17
const mostWork = 20
const cipher = 'chacha20-poly1305'

export class WrongPassphrase extends Error {
  override name = 'WrongPassphrase'
}

/** How many bytes tell whether a file is encrypted. */
export const introLength: number = intro.length + 1
export const isEncrypted = (start: Uint8Array): boolean => Buffer.from(start).toString('latin1').startsWith(`${intro}\n`)

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const keyOf = (passphrase: string, salt: Uint8Array, logN: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const settings = { N: 2 ** logN, r: 8, p: 1, maxmem: 256 * 2 ** logN * 8 }
    scrypt(passphrase.normalize('NFC'), Buffer.concat([Buffer.from(`${intro}/scrypt`), salt]), 32, settings, (fault, key) => (fault ? reject(fault) : resolve(key)))
  })

const macOf = (fileKey: Uint8Array, header: string) =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', fileKey, Buffer.alloc(0), 'header', 32))).update(header).digest()
const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array) => Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))

/** The number of the chunk, and whether it is the last: so none can be moved, and none cut off. */
function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array): Buffer {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tag })
  return Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()])
}

function unseal(key: Uint8Array, nonce: Uint8Array, sealed: Buffer): Buffer | null {
  if (sealed.length < tag) return null
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tag })
  opening.setAuthTag(sealed.subarray(-tag))
  try {
    return Buffer.concat([opening.update(sealed.subarray(0, -tag)), opening.final()])
  } catch {
    return null
  }
}

/** A sink that seals what it is given before it passes it on. `end` seals the last of it. */
export async function sealingSink(sink: Sink, passphrase: string): Promise<Sink & { end(): Promise<void> }> {
  const [fileKey, salt, nonce] = [randomBytes(16), randomBytes(16), randomBytes(16)]
  const wrapped = seal(await keyOf(passphrase, salt, work), Buffer.alloc(12), fileKey)
  const header = `${intro}\n-> scrypt ${base64(salt)} ${work}\n${base64(wrapped)}\n---`
  await sink.write(Buffer.from(`${header} ${base64(macOf(fileKey, header))}\n`))
  await sink.write(nonce)
  const key = payloadKey(fileKey, nonce)
  let [waiting, counter]: [Buffer, number] = [Buffer.alloc(0), 0]
  return {
    async write(bytes) {
      waiting = Buffer.concat([waiting, bytes])
      // One is kept back always: only at the end is it known which was the last.
      let at = 0
      for (; waiting.length - at > chunk; at += chunk) await sink.write(seal(key, nonceOf(counter++, false), waiting.subarray(at, at + chunk)))
      waiting = Buffer.from(waiting.subarray(at))
    },
    async end() {
      await sink.write(seal(key, nonceOf(counter, true), waiting))
    },
  }
}

/** What was sealed, opened. Throws `WrongPassphrase`, or `DamagedArchive` at the first chunk that is not as it was sealed. */
export async function* unsealed(source: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]()
  try {
    yield* opened(pieces, passphrase)
  } finally {
    await pieces.return?.()
  }
}

async function* opened(pieces: AsyncIterator<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  const more = async () => {
    const { value, done } = await pieces.next()
    if (!done) rest = Buffer.concat([rest, value])
    return !done
  }
  const end = () => /\n---[^\n]*\n/.exec(rest.toString('latin1', 0, 1_000))
  while (!end() && rest.length < 1_000 && (await more()));
  const found = end()
  const header = found ? rest.toString('latin1', 0, found.index + 4) : ''
  const parts = /^age-encryption\.org\/v1\n-> scrypt ([\w+/]{22}) (\d{1,2})\n([\w+/]{43})\n---$/.exec(header)
  if (!found || !parts) throw new DamagedArchive('The start of the encrypted backup is damaged')
  const [, salt = '', logN = '', wrapped = ''] = parts
  if (Number(logN) > mostWork || Number(logN) < 1) throw new DamagedArchive('The start of the encrypted backup is damaged')
  const fileKey = unseal(await keyOf(passphrase, Buffer.from(salt, 'base64'), Number(logN)), Buffer.alloc(12), Buffer.from(wrapped, 'base64'))
  if (!fileKey) throw new WrongPassphrase('The passphrase does not open this backup')
  if (found[0] !== `\n--- ${base64(macOf(fileKey, header))}\n`) throw new DamagedArchive('The start of the encrypted backup is damaged')
  rest = rest.subarray(found.index + found[0].length)
  while (rest.length < 16 && (await more()));
  const key = payloadKey(fileKey, rest.subarray(0, 16))
  rest = rest.subarray(16)
  for (let counter = 0; ; counter++) {
    while (rest.length <= chunk + tag && (await more()));
    const last = rest.length <= chunk + tag
    const plain = unseal(key, nonceOf(counter, last), rest.subarray(0, chunk + tag))
    if (!plain) throw new DamagedArchive('The encrypted backup is damaged, or its end is missing')
    yield plain
    if (last) return
    rest = rest.subarray(chunk + tag)
  }
}
