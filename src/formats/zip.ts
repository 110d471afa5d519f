import { crc32, inflateRawSync } from 'node:zlib'
import { FormatError } from './table.js'

const MEGABYTE = 2 ** 20
/**
 * The library makes a string of each member, which V8 ends at 512 MB, and of a sheet objects of about eight times its size. The
 * sheet of 100,000 clients is 60 MB.
 */
const LARGEST_MEMBER = 128 * MEGABYTE
/** Pictures count too, though nobody reads them. */
const LARGEST_ARCHIVE = 512 * MEGABYTE
/** Tables pack to a tenth or a fiftieth of their size; what packs to less than a hundredth is the same thing again and again. */
const MOST_PACKED = 100
/** Members up to this size may be packed as small as they like. */
const SMALL_MEMBER = 16 * MEGABYTE
/** A workbook has a few dozen members, with pictures a few thousand. */
const MOST_MEMBERS = 20_000

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const IN_WIDE_FIELD = 0xffffffff

/** Of all members only these say what stands in a workbook. */
export const WORKBOOK_PART = /\.(?:xml|rels|bin)$/i

interface Member {
  name: string
  flags: number
  method: number
  checksum: number
  packed: number
  unpacked: number
  offset: number
}

const tooLarge = (bytes: number): FormatError => new FormatError('too-large', null, String(Math.ceil(bytes / MEGABYTE)))

const broken = (): FormatError => new FormatError('broken', null, 'ZIP')

/** Sizes and the offset that do not fit 32 bits stand in field 1 of the extra fields, in this order, each only if needed. */
function widen(member: Member, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    for (const key of ['unpacked', 'packed', 'offset'] as const) {
      if (member[key] !== IN_WIDE_FIELD) continue
      member[key] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
    return
  }
}

function readDirectory(bytes: Buffer): Member[] {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  let end = bytes.length - 22
  while (end >= earliest && bytes.readUInt32LE(end) !== DIRECTORY_END) end--
  if (end < earliest) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_MEMBERS) throw broken()
  const members: Member[] = []
  for (let at = bytes.readUInt32LE(end + 16), index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken()
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const member: Member = {
      name: bytes.toString('utf8', at + 46, nameEnd),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    widen(member, bytes.subarray(nameEnd, extraEnd))
    members.push(member)
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return members
}

function refuseLarge(members: readonly Member[]): void {
  let total = 0
  for (const { name, flags, unpacked, packed } of members) {
    if (flags & 0x41) throw new FormatError('encrypted', null, 'ZIP')
    total += unpacked
    // Pictures are never unpacked.
    if (!WORKBOOK_PART.test(name)) continue
    if (unpacked > LARGEST_MEMBER || (unpacked > SMALL_MEMBER && unpacked > packed * MOST_PACKED))
      throw tooLarge(unpacked)
  }
  if (total > LARGEST_ARCHIVE) throw tooLarge(total)
}

/** No more is unpacked of a member than it claims to hold. */
function contentOf(bytes: Buffer, { method, checksum, packed, unpacked, offset }: Member): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw broken()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw broken()
  const data = bytes.subarray(start, start + packed)
  const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) })
  if (content.length !== unpacked || crc32(content) !== checksum) throw broken()
  return content
}

/**
 * The members of an archive whose names `wanted` takes, unpacked; what would unpack to too much is refused before. The library has
 * an unpacker of its own, but that believes what a member says of its size, and is slower. Throws FormatError 'too-large',
 * 'encrypted' or 'broken'. Format: PKWARE's APPNOTE 6.3.
 */
export function unpack(input: Uint8Array, wanted: RegExp): Map<string, Buffer> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  try {
    const members = readDirectory(bytes)
    refuseLarge(members)
    const read = members.filter(({ name }) => wanted.test(name))
    return new Map(read.map((member) => [member.name, contentOf(bytes, member)]))
  } catch (error) {
    if (error instanceof FormatError) throw error
    // Reading past the end is how a cut-off archive shows, and zlib has errors of its own.
    throw broken()
  }
}

/**
 * How many bytes of a file are read when it is a workbook: of an archive what its parts claim to hold, of others all. Throws
 * FormatError 'too-large' or 'encrypted' as `unpack` does.
 */
export function claimedSize(input: Uint8Array): number {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  if (bytes.toString('latin1', 0, 2) !== 'PK') return bytes.length
  try {
    const members = readDirectory(bytes)
    refuseLarge(members)
    return members.reduce((sum, { name, unpacked }) => sum + (WORKBOOK_PART.test(name) ? unpacked : 0), 0)
  } catch (error) {
    if (error instanceof FormatError && error.problem !== 'broken') throw error
    return bytes.length
  }
}
