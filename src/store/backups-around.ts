import { type Finding, found, quoted } from '../domain/checking/finding.js'
import { firstBackup } from './first-bytes.js'

interface Backups {
  /** Where backups go, and those of this base that are there, the newest first. */
  backups: { folder: string; own: readonly string[] }
  /** How the program is called for this base. */
  program: string
}

const DAY = 86_400_000
/** A base with fewer clients is typed anew in an afternoon. */
const WORTH_A_BACKUP = 20
/** In days. */
const BACKUP_AGE = 30

const daysSince = (at: number, now: number): number => Math.max(0, Math.floor((now - at) / DAY))

/** Is there a backup, and how old is the newest? */
export function backupsFinding(
  { backups: { folder, own }, program }: Backups,
  clients: number | null,
  now: number,
): Finding {
  const newest = firstBackup(own)
  const isWorthIt = (clients ?? WORTH_A_BACKUP) >= WORTH_A_BACKUP
  const advice = [`${program} backup`]
  if (newest === null)
    return isWorthIt
      ? found('backups', 'warning', 'backupNone', { folder }, advice)
      : found('backups', 'ok', 'backupNotYet', {})
  const days = daysSince(newest.at, now)
  return days > BACKUP_AGE && isWorthIt
    ? found('backups', 'warning', 'backupOld', { path: newest.path, days }, advice)
    : found('backups', 'ok', 'backupFresh', { path: newest.path, days })
}

/** Of a damaged base no backup is made any more: which to put back. */
export function backupsToRestore({ backups: { folder, own }, program }: Backups, now: number): Finding {
  const newest = firstBackup(own)
  if (newest === null) return found('backups', 'warning', 'backupNoneToRestore', { folder })
  const { path, at } = newest
  return found('backups', 'ok', 'backupToRestore', { path, days: daysSince(at, now) }, [
    `${program} restore ${quoted(path)}`,
  ])
}
