import { slipsBetween } from './slips.js'

/**
 * Domains of one mailbox, the canonical one first; of public providers also what fingers make of them.
 * Sources: the providers' own help pages (aliases of one mailbox); the typos are the usual slips on a keyboard.
 */
const SAME_MAILBOX = `gmail.com googlemail.com gmail.ru gmail.ua gmail.by gmail.kz gmail.co gmail.cm gmail.om gmail.con gmail.net gmail.org
    gmail.de gmail.co.uk gmail.com.ua gmail.comm gmail.cmo gmail.vom gmail.xom gmail.ocm gmai.com gmal.com gmial.com gmil.com
    gamil.com gimail.com gmali.com gmaul.com gmaill.com gmeil.com gnail.com gmsil.com ghmail.com gmail.xn--com googlmail.com
    jmail.com gmaol.com gmailcom gmail gmail.c gemail.com g-mail.com gmai.ru gmial.ru gmal.ru
  yandex.ru ya.ru yandex.com yandex.by yandex.kz yandex.ua yandex.uz yandex.com.tr narod.ru yandx.ru yandex.tu yandex.ri yandex.r
    yande.ru yadex.ru yandec.ru yndex.ru yanedx.ru yandez.ru yabdex.ru yandeks.ru jandex.ru iandex.ru yandex.com.ru ynadex.ru
    yandex.rи yandex.rru yandexx.ru yandex yandexru ayndex.ru yandes.ru yandex.u ya.tu
  mail.ru mail.tu mail.ri mail.r mail.u mail.rru mail.ruu maill.ru maul.ru mai.ru mil.ru mal.ru mial.ru amil.ru mali.ru meil.ru
    mauil.ru nail.ru maik.ru mail.eu mail.rn mail.rt mail.ry mail.rj mailru mail.ur email.ru
  bk.ru bk.tu bkk.ru bk.ri
  list.ru lst.ru list.tu lis.ru lisr.ru lidt.ru lsit.ru
  inbox.ru inbx.ru inbo.ru inbox.tu imbox.ru inboxx.ru ibox.ru
  internet.ru
  rambler.ru rambler.tu ramble.ru rmbler.ru ramber.ru ramber.ru ramler.ru ramlber.ru rambler.com
  lenta.ru
  autorambler.ru
  myrambler.ru
  ro.ru
  ukr.net urk.net ukt.net ukr.ne ukr.bet ukr.nett ukrnet.ua ukr.ua uk.net ur.net ukr.com ykr.net ukr.nte ukr.met kr.net ukrr.net
  i.ua i.uaa
  meta.ua mета.ua meta.ia mta.ua meat.ua
  bigmir.net bigmir.ua bigmit.net bigmir.ne bigmr.net
  online.ua
  email.ua
  tut.by
  hotmail.com hotmial.com hotmil.com hotmal.com hotmai.com hotmall.com hotmaill.com hotamil.com hormail.com homail.com
    hotmail.co hotmail.con hotmail.cm hotmeil.com htmail.com hitmail.com
  hotmail.co.uk
  live.com live.con
  live.co.uk
  live.ru
  outlook.com outlok.com outloo.com outlook.con outlook.co outook.com oulook.com outllook.com outlool.com putlook.com otulook.com
    outlook.cm
  msn.com
  yahoo.com ymail.com rocketmail.com yaho.com yahooo.com yahoo.con yahoo.co yahho.com yhoo.com yaoo.com yhaoo.com yahoo.cm
  yahoo.co.uk
  icloud.com me.com mac.com iclod.com iclould.com icloud.con icoud.com icould.com iclou.com icluod.com icloud.co icloud.ru
  aol.com aol.con aol.co ao.com aoll.com
  aol.co.uk
  proton.me protonmail.com pm.me protonmail.ch
  gmx.de gmx.net gmx.com
  web.de
  btinternet.com
  comcast.net
  verizon.net
  mail.com
  inbox.lv
  seznam.cz
  wp.pl
  onet.pl
  o2.pl
  qq.com
  163.com`

let canonical: Map<string, string> | null = null
let providers: Set<string> | null = null

function load(): Map<string, string> {
  const map = new Map<string, string>()
  const known = new Set<string>()
  let first = ''
  for (const line of SAME_MAILBOX.split('\n')) {
    const domains = line.trim().split(' ')
    // A line that is set in further goes on with the one before it.
    if (!line.startsWith('    ')) first = domains[0] ?? ''
    known.add(first)
    for (const domain of domains) map.set(domain, first)
  }
  providers = known
  canonical = map
  return map
}

/** Providers whose names are long enough to be told from other people's domains in spite of a slip. */
const SLIPS_FORGIVEN = ['gmail.com', 'yandex.ru', 'hotmail.com', 'outlook.com', 'yahoo.com', 'icloud.com', 'rambler.ru']

/** Cyrillic letters that look like Latin ones, as a hand that forgot to switch the keyboard leaves them in an address. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  к: 'k',
  м: 'm',
  т: 't',
  и: 'u',
  і: 'i',
}

/** Latin letters for the Cyrillic ones that look like them. */
export const withoutLookalikes = (text: string): string =>
  text.replace(/[а-яі]/g, (letter) => LOOKALIKES[letter] ?? letter)

const seen = new Map<string, string>()

/** The canonical domain of a mailbox; its own, in Latin letters, when it is nobody's that is known here. */
export function providerOf(domain: string): string {
  let found = seen.get(domain)
  if (found === undefined) {
    const map = canonical ?? load()
    const plain = withoutLookalikes(domain.replace(/^\.+|[.,;>)]+$/g, ''))
    found =
      map.get(domain) ??
      map.get(plain) ??
      SLIPS_FORGIVEN.find(
        (provider) => plain.length >= provider.length - 1 && slipsBetween(plain, provider, 1) === 1,
      ) ??
      plain
    if (seen.size > 20_000) seen.clear()
    seen.set(domain, found)
  }
  return found
}

/** Does everybody get a mailbox there? The domain is a canonical one. */
export function isPublicProvider(domain: string): boolean {
  if (providers === null) load()
  return providers?.has(domain) ?? false
}
