import { describe, expect, test } from 'vitest'
import { lookalikesOf } from '../../src/domain/checking/conflicts.js'
import { bugsOf, isWithdrawn } from '../../src/domain/checking/engine.js'
import { quoted } from '../../src/domain/checking/finding.js'
import { groundOf, mountOf, mountsOf, typeOfMagic } from '../../src/domain/checking/mounts.js'
import { foldersAbove, synchronisedBy } from '../../src/domain/checking/synchronised.js'

describe('known bugs of SQLite', () => {
  test.each([
    ['3.43.0', ['WAL-reset bug', 'CVE-2025-7709', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.44.5', ['WAL-reset bug', 'CVE-2025-7709', 'CVE-2026-11822', 'CVE-2026-11824']],
    // Carried back to this branch, and to no other before 3.50.
    ['3.44.6', ['CVE-2025-7709', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.45.0', ['WAL-reset bug', 'CVE-2025-7709', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.50.2', ['WAL-reset bug', 'CVE-2025-7709', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.50.6', ['WAL-reset bug', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.50.7', ['CVE-2026-11822', 'CVE-2026-11824']],
    ['3.51.0', ['WAL-reset bug', 'nested EXISTS', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.51.2', ['WAL-reset bug', 'CVE-2026-11822', 'CVE-2026-11824']],
    ['3.51.3', ['CVE-2026-11822', 'CVE-2026-11824']],
    ['3.52.0', ['CVE-2026-11822', 'CVE-2026-11824']],
    ['3.53.1', ['CVE-2026-11822', 'CVE-2026-11824']],
    ['3.53.2', []],
    ['3.100.0', []],
    ['4.0.0', []],
  ])('%s', (version, ids) => {
    expect(bugsOf(version).map(({ id }) => id)).toEqual(ids)
  })

  test('one version was taken back', () => {
    expect(['3.51.3', '3.52.0', '3.52.1', '3.53.0'].filter(isWithdrawn)).toEqual(['3.52.0'])
  })
})

const MOUNTINFO = `22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw,errors=remount-ro
30 22 0:26 / /proc rw,nosuid shared:12 - proc proc rw
31 22 0:27 / /tmp rw,nosuid shared:13 master:2 - tmpfs tmpfs rw,size=8000k
40 22 0:44 / /home rw,relatime - nfs4 server:/export/home rw,vers=4.2
41 40 0:45 / /home/anna rw,relatime - ext4 /dev/sdb1 rw
42 22 0:50 /share /mnt/my\\040disk rw - cifs //server/share rw
43 22 0:51 / /mnt/over rw - cifs //server/a rw
44 22 0:52 / /mnt/over rw - ext4 /dev/sdc1 rw
45 22 0:53 / /mnt/ssh rw,user_id=1000 - fuse.sshfs anna@host: rw
this line is none
46 22 0:54 / /mnt/clients rw - vboxsf clients rw
`

describe('where a file lies', () => {
  const mounts = mountsOf(MOUNTINFO)

  test.each([
    ['/var/lib/clients.db', '/', 'ext4', 'disk'],
    ['/tmp/clients.db', '/tmp', 'tmpfs', 'memory'],
    ['/tmpfs-not/clients.db', '/', 'ext4', 'disk'],
    ['/home/boris/clients.db', '/home', 'nfs4', 'network'],
    ['/home/anna/clients.db', '/home/anna', 'ext4', 'disk'],
    ['/home/annabel/clients.db', '/home', 'nfs4', 'network'],
    ['/mnt/my disk/clients.db', '/mnt/my disk', 'cifs', 'network'],
    // What was mounted later covers what was there.
    ['/mnt/over/clients.db', '/mnt/over', 'ext4', 'disk'],
    ['/mnt/ssh/clients.db', '/mnt/ssh', 'fuse.sshfs', 'network'],
    ['/mnt/clients/clients.db', '/mnt/clients', 'vboxsf', 'network'],
  ])('%s', (path, point, type, ground) => {
    expect(mountOf(path, mounts)).toEqual({ point, type })
    expect(groundOf(type)).toBe(ground)
  })

  test('nothing is read out of nothing', () => {
    expect(mountsOf('')).toEqual([])
    expect(mountsOf('a b c\n\n - - -\n1 2 3 4 relative rw - ext4')).toEqual([])
    expect(mountOf('/a', [])).toBeNull()
  })

  test.each([
    ['ext4', 'disk'],
    ['btrfs', 'disk'],
    ['overlay', 'disk'],
    ['apfs', 'disk'],
    ['ecryptfs', 'disk'],
    ['fuseblk', 'disk'],
    ['fuse.gocryptfs', 'disk'],
    ['ramfs', 'memory'],
    ['nfs', 'network'],
    ['smb3', 'network'],
    ['9p', 'network'],
    ['ceph', 'network'],
    ['fuse.rclone', 'network'],
    ['fuse.s3fs', 'network'],
    ['fuse.gvfsd-fuse', 'network'],
    ['fuse.somethingnew', 'maybe'],
    ['fuse', 'maybe'],
  ])('%s is %s', (type, ground) => expect(groundOf(type)).toBe(ground))

  test.each([
    [0x6969, 'nfs'],
    [0xff534d42, 'cifs'],
    // Node gives what is larger than 31 bits as a negative number on some systems.
    [0xff534d42 | 0, 'cifs'],
    [0xef53, null],
    [0x01021994, 'tmpfs'],
  ])('number %i is %s', (magic, type) => expect(typeOfMagic(magic)).toBe(type))
})

describe('copies that other programs make', () => {
  test.each([
    ["clients (Anna's conflicted copy 2026-11-20).db", true],
    ['clients (конфликтующая копия пользователя Анна 2026-11-20).db', true],
    ['clients (конфліктна копія користувача Ґалаґан 2026-11-20).db', true],
    ['clients (conflicted copy 2026-11-20 101010).db', true],
    ['clients (In Konflikt stehende Kopie von Anna 2026-11-20).db', true],
    ['clients (SFConflict anna@example.com 2026-11-20-10-10-10).db', true],
    ['clients.sync-conflict-20261120-101010-ABCDEFG.db', true],
    ['clients.sync-conflict-20261120-101010.db', true],
    ['clients_conflict-20261120-101010.db', true],
    ['clients_conflict-anna-20261120-101010.db', true],
    ['clients.Conflict.db', true],
    ['clients-DESKTOP-4F2K1.db', false],
    ['clients-AnnasMacBook.db', false],
    ['clients (1).db', false],
    ['clients 2.db', false],
    // A decomposed й, as macOS writes it.
    ['clients (конфликтующая копия Андрей).db'.normalize('NFD'), true],
    ['clients(1).db', false],
    ['clients - Copy.db', false],
    ['clients - Copy (2).db', false],
    ['clients — копия.db', false],
    ['clients - копія (3).db', false],
    ['clients copy.db', false],
    ['clients copy 2.db', false],
    ['clients_copy.db', false],
    ['clients.copy.db', false],
    ['clients (copy).db', false],
    ['clients (another copy).db', false],
    ['clients (3-я копия).db', false],
    ['Copy of clients.db', false],
    ['Copy (2) of clients.db', false],
    ['Копия clients.db', false],
  ])('%s', (name, sure) => expect(lookalikesOf('clients.db', ['other.db', name])).toEqual([{ name, sure }]))

  test.each([
    'clients.db',
    'clients.db-wal',
    'clients.db.before-version-5',
    'clients.db.before-restore-20261120T101010Z',
    'clients.db.new-abcd1234',
    'clients2.db',
    'clients-2026.db',
    'clients-old.db',
    'clients-backup.db',
    'clients-3f9a1c-20261122T073000Z.db',
    'clients-20261122.db',
    'my clients (1).db',
    'clients (1).xlsx',
    'clients (notes).db',
    'clients.sync-conflict-20261120-101010-ABCDEFG.txt',
    'customers (conflicted copy 2026-11-20).db',
    'clients2.db',
    'clientscopy.db',
    'clients copyright.db',
    'Copy of customers.db',
    'clients (my best copy of all that there is).db',
    // Backups, also with a sign that could be a machine's name.
    'clients-123456-20261122T073000Z.db',
    'clients-3f9a1c-20261122T073000Z.db',
    '(conflicted copy).db',
  ])('%s is none', (name) => expect(lookalikesOf('clients.db', [name])).toEqual([]))

  test('of names that are patterns themselves', () => {
    expect(lookalikesOf('a+(b)*', ['a+(b)* (1)', 'aab (1)', 'a+(b)*.sync-conflict-20261120-101010-ABCDEFG'])).toEqual([
      { name: 'a+(b)* (1)', sure: false },
      { name: 'a+(b)*.sync-conflict-20261120-101010-ABCDEFG', sure: true },
    ])
  })
})

describe('folders that are kept in step', () => {
  const nothing = (): string[] => []

  test.each([
    ['/home/anna/Dropbox/work/clients.db', 'Dropbox', '/home/anna/Dropbox'],
    ['/home/anna/Dropbox (Office)/clients.db', 'Dropbox', '/home/anna/Dropbox (Office)'],
    [
      '/Users/anna/Library/CloudStorage/OneDrive-Personal/clients.db',
      'OneDrive',
      '/Users/anna/Library/CloudStorage/OneDrive-Personal',
    ],
    ['/mnt/c/Users/anna/OneDrive - Firm/clients.db', 'OneDrive', '/mnt/c/Users/anna/OneDrive - Firm'],
    ['/home/anna/Google Drive/My Drive/clients.db', 'Google Drive', '/home/anna/Google Drive/My Drive'],
    ['/home/anna/Яндекс.Диск/clients.db', 'Yandex Disk', '/home/anna/Яндекс.Диск'],
    ['/home/anna/Yandex.Disk/clients.db', 'Yandex Disk', '/home/anna/Yandex.Disk'],
    [
      '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/clients.db',
      'iCloud',
      '/Users/anna/Library/Mobile Documents/com~apple~CloudDocs',
    ],
    ['/home/anna/Nextcloud/clients.db', 'Nextcloud', '/home/anna/Nextcloud'],
  ])('%s by its name', (path, by, folder) => expect(synchronisedBy(path, nothing)).toEqual({ by, folder }))

  test.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.sync_0a1b2c.db', 'Nextcloud'],
    ['._sync_0a1b2c.db', 'Nextcloud'],
    ['.owncloudsync.log', 'ownCloud'],
    ['.SynologyWorkingDirectory', 'Synology Drive'],
  ])('by %s in it', (marker, by) => {
    const listed = (folder: string): string[] => (folder === '/home/anna/shared' ? ['a.txt', marker] : [])
    expect(synchronisedBy('/home/anna/shared/work/clients.db', listed)).toEqual({ by, folder: '/home/anna/shared' })
    expect(synchronisedBy('/home/anna/clients.db', listed)).toBeNull()
  })

  test('a home in which these programs keep their settings is none', () => {
    expect(synchronisedBy('/home/anna/clients.db', () => ['.dropbox', '.sync', '.config', 'Dropbox'])).toBeNull()
    expect(synchronisedBy('/home/anna/Dropbox-old/clients.db', nothing)).toBeNull()
  })

  test('all folders above are looked at, and each once', () => {
    expect(foldersAbove('/home/anna/clients.db')).toEqual(['/home/anna', '/home', '/'])
    expect(foldersAbove('/clients.db')).toEqual(['/'])
  })
})

test.each([
  ['/tmp/clients.db', '/tmp/clients.db'],
  ['/tmp/my clients.db', "'/tmp/my clients.db'"],
  ["/tmp/O'Brien.db", `'/tmp/O'\\''Brien.db'`],
  ['/tmp/$(reboot).db', `'/tmp/$(reboot).db'`],
  ['/tmp/Ёлкина.db', '/tmp/Ёлкина.db'],
  ['-rf', `'-rf'`],
  ['', `''`],
])('a shell reads %s back', (word, typed) => expect(quoted(word)).toBe(typed))
