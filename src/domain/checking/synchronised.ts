/** A folder that is kept the same on several machines, and by whom. */
export interface Synchronised {
  by: string
  folder: string
}

/** What programs leave in the uppermost folder that they synchronise; not what they also have in a home: `.dropbox`, `.sync`. */
const MARKERS: readonly (readonly [by: string, pattern: RegExp])[] = [
  ['Dropbox', /^\.dropbox\.cache$/],
  ['Syncthing', /^\.stfolder$/],
  ['Nextcloud', /^\.(?:_?sync_[0-9a-f]+\.db|nextcloudsync\.log)$/],
  ['ownCloud', /^\.(?:owncloudsync\.log|csync_journal\.db)$/],
  ['Synology Drive', /^\.SynologyWorkingDirectory$/],
]

/** What the folders themselves are called. */
const NAMES: readonly (readonly [by: string, pattern: RegExp])[] = [
  ['Dropbox', /^Dropbox(?: \(.+\))?$/],
  ['OneDrive', /^OneDrive(?: ?- ?.+)?$/],
  ['Google Drive', /^(?:Google ?Drive|GoogleDrive-.+|My Drive|Мой диск|Мій диск)$/],
  ['iCloud', /^(?:iCloud ?Drive|com~apple~CloudDocs)$/],
  ['Yandex Disk', /^(?:Yandex\.?Disk(?:\.localized)?|Яндекс[. ]?Диск)$/],
  ['Nextcloud', /^Nextcloud\d*$/],
  ['ownCloud', /^ownCloud\d*$/],
  ['Seafile', /^Seafile$/],
  ['pCloud', /^(?:pCloudDrive|pCloud ?Sync)$/],
  ['MEGA', /^MEGA(?:sync)?$/],
  ['Mail.ru Cloud', /^(?:Облако Mail\.ru|Mail\.Ru Cloud|Cloud Mail\.Ru)$/i],
  ['Box', /^Box(?: Sync|-Box)$/],
  ['Synology Drive', /^SynologyDrive$/],
]

/** Every folder above a path, nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at))
  return [...folders, '/']
}

/** By which program the folder of a file is synchronised; `listed` tells the names in a folder. */
export function synchronisedBy(path: string, listed: (folder: string) => readonly string[]): Synchronised | null {
  for (const folder of foldersAbove(path)) {
    const own = folder.slice(folder.lastIndexOf('/') + 1).normalize('NFC')
    const named = NAMES.find(([, pattern]) => pattern.test(own))
    if (named) return { by: named[0], folder }
    const marked = MARKERS.find(([, pattern]) => listed(folder).some((name) => pattern.test(name)))
    if (marked) return { by: marked[0], folder }
  }
  return null
}
