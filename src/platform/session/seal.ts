import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'tradverk', 'seal', 32))

/**
 * Seals a text with a secret that only a browser has (AES-256-GCM, 12 bytes of nonce first, 16 of tag last). Whoever has the whole
 * installation, database and keys, cannot open it.
 */
export function seal(secret: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed with this secret; null when it was another, or something was changed. */
export function unseal(secret: string, sealed: Buffer): string | null {
  if (sealed.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
