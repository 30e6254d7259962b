/** Backups: everything of an installation as of one instant, in one file, and back again. The format is in docs/operations/sikkerhetskopi.md. */
export { type Backup, type BackupSettings, lastBackup, makeBackup, noteChecked, type NotedBackup } from './make.ts'
export type { Manifest } from './manifest.ts'
export { type Checked, checkBackup, UnusableBackup } from './open.ts'
export { restoreBackup, type RestoreSettings } from './restore.ts'
export { DamagedArchive } from './tar.ts'
export { WrongPassphrase } from './age.ts'
