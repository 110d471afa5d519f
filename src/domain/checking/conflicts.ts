/** A name that looks like a copy of a base: by a program that synchronises folders, or by hand. */
export interface Lookalike {
  name: string
  /** The name alone says so; otherwise it might be the user's own, and what is in the file must tell. */
  sure: boolean
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** "Conflict" as it stands in the names that Dropbox, ownCloud, Nextcloud, Seafile and others give, in the languages they speak. */
const CONFLICT =
  'conflict|konflikt|conflit|conflicto|conflitto|conflito|ristiriita|konfliktní|конфликт|конфлікт|канфлікт|競合|冲突|衝突|충돌'

/** "Copy" as file managers say it in the names they give. */
const COPY = 'copy|copie|copia|cópia|kopie|kopia|kopi|kópia|копия|копія|копие'

/** A backup of ours may lie there as well, and is called otherwise than any machine: `-3f9a1c-20261122T073000Z`. */
const NO_BACKUP = '(?!-[0-9a-f]{6}-\\d{8}T\\d{6}Z)'

/** Names in a folder that are made of a base's own name in the ways of the known programs. Others' copies are not meant. */
export function lookalikesOf(base: string, names: readonly string[]): Lookalike[] {
  const dot = base.lastIndexOf('.')
  const stem = literally(dot > 0 ? base.slice(0, dot) : base)
  const ending = literally(dot > 0 ? base.slice(dot) : '')
  const sure = [
    // Dropbox, Nextcloud, Seafile, Box: `clients (Anna's conflicted copy 2026-11-20).db`, `clients (SFConflict …).db`
    new RegExp(`^${stem} ?[([][^()[\\]]*(?:${CONFLICT})[^/]*[)\\]]${ending}$`, 'iu'),
    // Syncthing: `clients.sync-conflict-20261120-101010-ABCDEFG.db`
    new RegExp(`^${stem}\\.sync-conflict-\\d{8}-\\d{6}(?:-[A-Z0-9]+)?${ending}$`, 'u'),
    // ownCloud: `clients_conflict-20261120-101010.db`, and its newer `clients_conflict-anna-20261120-101010.db`
    new RegExp(`^${stem}_conflict-(?:.+-)?\\d{8}-\\d{6}${ending}$`, 'iu'),
    // Resilio: `clients.Conflict.db`
    new RegExp(`^${stem}\\.conflict(?: ?\\(?\\d+\\)?)?${ending}$`, 'iu'),
  ]
  const perhaps = [
    // OneDrive: `clients-DESKTOP-4F2K1.db`; Windows calls machines in capitals, and others are called after what they are
    new RegExp(`^${stem}${NO_BACKUP}-(?=[^.]*[A-Z])[A-Z0-9][A-Z0-9-]{2,30}(?:-\\d+)?${ending}$`, 'u'),
    new RegExp(`^${stem}-[^/.]{0,40}(?:MacBook|iMac|Mac-mini|Laptop|Desktop)[^/.]{0,20}${ending}$`, 'u'),
    // Google Drive, Yandex.Disk, MEGA: `clients (1).db`; iCloud: `clients 2.db`
    new RegExp(`^${stem} ?(?:\\(\\d{1,3}\\)|(?<= )\\d{1,3})${ending}$`, 'u'),
    // By hand in a file manager: `clients - Copy (2).db`, «clients — копия.db», `clients copy 2.db`, `clients_copy.db`
    new RegExp(`^${stem}(?: ?[-–—_.] ?| )(?:${COPY})(?: ?\\(?\\d{1,3}\\)?)?${ending}$`, 'iu'),
    // `clients (another copy).db`, «clients (3-я копия).db»
    new RegExp(`^${stem} ?\\((?:[^()]{1,20} )?(?:${COPY})(?: \\d{1,3})?\\)${ending}$`, 'iu'),
    // `Copy (2) of clients.db`, «Копия clients.db»
    new RegExp(`^(?:${COPY})(?: ?\\(\\d{1,3}\\))?(?: (?:of|de|di|da|von|av))? ${stem}${ending}$`, 'iu'),
  ]
  return names.flatMap((name): Lookalike[] => {
    const text = name.normalize('NFC')
    if (sure.some((pattern) => pattern.test(text))) return [{ name, sure: true }]
    return perhaps.some((pattern) => pattern.test(text)) ? [{ name, sure: false }] : []
  })
}
