/** On what a file lies. */
export interface Mount {
  point: string
  type: string
}

/** `disk`: of this machine. `maybe`: a file system of a user's process, which may reach over a network. */
export type Ground = 'disk' | 'memory' | 'network' | 'maybe'

/** A space, a tab, a line break and a backslash are written as three octal digits. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

/** The lines of /proc/self/mountinfo; what cannot be read is left out. */
export function mountsOf(mountinfo: string): Mount[] {
  const mounts: Mount[] = []
  for (const line of mountinfo.split('\n')) {
    // Between the fixed fields and the dash stands any number of optional ones.
    const [before = '', behind = ''] = line.split(' - ', 2)
    const point = before.split(' ')[4]
    const type = behind.split(' ')[0]
    if (point?.startsWith('/') && type) mounts.push({ point: unescaped(point), type })
  }
  return mounts
}

/** The mount a path lies on: the longest point above it, and of several on one point the one that covers the others. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  let best: Mount | null = null
  for (const mount of mounts) {
    const { point } = mount
    const isAbove = point === '/' || path === point || path.startsWith(`${point}/`)
    if (isAbove && point.length >= (best?.point.length ?? 0)) best = mount
  }
  return best
}

const NETWORK = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb',
  'smb2',
  'smb3',
  'smbfs',
  'ncpfs',
  'coda',
  'afs',
  'openafs',
  'ceph',
  'glusterfs',
  'lustre',
  'gpfs',
  'beegfs',
  'orangefs',
  'pvfs2',
  'gfs2',
  'ocfs2',
  'davfs',
  // Folders of the machine that a virtual one runs on: shared memory does not reach across.
  '9p',
  'drvfs',
  'virtiofs',
  'vboxsf',
  'vmhgfs',
  'prl_fs',
])

/** File systems of user processes of which it is known that they are of this machine. */
const LOCAL_FUSE = new Set([
  'fuseblk',
  'fuse.ntfs-3g',
  'fuse.ntfs',
  'fuse.exfat',
  'fuse.ext4',
  'fuse.bindfs',
  'fuse.encfs',
  'fuse.gocryptfs',
  'fuse.cryfs',
  'fuse.securefs',
  'fuse.veracrypt',
  'fuse.mergerfs',
  'fuse.unionfs',
  'fuse.overlayfs',
  'fuse.fuse-overlayfs',
  'fuse.portal',
  'fuse.apfs',
])

const NETWORK_FUSE =
  /^fuse\.(?:sshfs|rclone|s3fs|goofys|gcsfuse|curlftpfs|davfs2?|glusterfs|ceph|juicefs|moosefs|mfs|lizardfs|vmhgfs-fuse|gvfsd-fuse|kio-fuse|google-drive-ocamlfuse|onedriver|dropbox|pcloud|insync|smbnetfs|afpfs|osxfs|grpcfuse)/

/** What kind of ground a file system is, by its name. */
export function groundOf(type: string): Ground {
  if (type === 'tmpfs' || type === 'ramfs') return 'memory'
  if (NETWORK.has(type) || NETWORK_FUSE.test(type)) return 'network'
  if (LOCAL_FUSE.has(type)) return 'disk'
  return type === 'fuse' || type.startsWith('fuse.') ? 'maybe' : 'disk'
}

/** Linux's own numbers of file systems, for where the list of mounts cannot be read. */
const MAGIC: Readonly<Record<number, string>> = {
  26985: 'nfs',
  4283649346: 'cifs',
  4266872130: 'smb2',
  20859: 'smb',
  16914839: '9p',
  1397113167: 'afs',
  1799439955: 'afs',
  12805120: 'ceph',
  1937076805: 'coda',
  22092: 'ncpfs',
  1702057286: 'fuse',
  16914836: 'tmpfs',
  2240043254: 'ramfs',
  2020557398: 'vboxsf',
  3133910204: 'vmhgfs',
  198183888: 'lustre',
  1952539503: 'ocfs2',
  18225520: 'gfs2',
}

/** The name of a file system by the number that statfs tells; null when it is none of those that matter. */
export const typeOfMagic = (magic: number): string | null => MAGIC[magic >>> 0] ?? null
