import { readFileSync, statSync } from 'node:fs'

/** Whom a process of the database runs as. Empty: the one who runs us. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/**
 * PostgreSQL refuses to run as root. Started by root (a container, a bare server) it runs as the owner of the
 * cluster if there is one, and otherwise as `nobody`, who exists everywhere and owns nothing.
 * Returns null when we are root and there is nobody to run it as.
 */
export function serverUser(clusterFolder: string): ServerUser | null {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('nobody') ?? accountNamed('daemon')
}

function accountNamed(name: string): Required<ServerUser> | null {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
