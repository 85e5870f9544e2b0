/** Words of the window in which a person browses and keeps pages. */
export const handsOnMessages = {
  'hands-on.open': 'Browse and capture…',
  'hands-on.command': 'Browse and capture pages by hand',
  'hands-on.title': 'Browse and capture',
  'hands-on.back': 'Back',
  'hands-on.forward': 'Forward',
  'hands-on.reload': 'Load again',
  'hands-on.stop': 'Stop loading',
  'hands-on.address': 'Address',
  'hands-on.address.placeholder': 'Type an address',
  'hands-on.keep': 'Keep this page',
  'hands-on.done': 'Done',
  'hands-on.scroll': 'Scroll to the end first',
  'hands-on.scroll.hint': 'Loads what a page loads late. Leave it off when you opened or expanded something that scrolling would close.',

  'hands-on.security.plain': 'Not encrypted',
  'hands-on.security.plain.hint': 'The page came without TLS: anyone on the way could read or change it.',
  'hands-on.security.secure': 'Certificate valid',
  'hands-on.security.secure.hint': 'Chromium vouches for the certificate of this site. It is kept with the page.',
  'hands-on.security.accepted': 'Certificate accepted by you',
  'hands-on.security.accepted.hint': 'Nobody vouches for this certificate ({problem}). You accepted it; the record says so.',

  'hands-on.recording': 'Recording',
  'hands-on.recording.facts': '{count, plural, one {# answer} other {# answers}} · {size} · {time}',
  'hands-on.recording.hint':
    'Everything this window fetches is recorded, so that it is there when you keep a page. What is not kept is thrown away when the window closes.',
  'hands-on.recording.full': 'Limit of {size} reached; bodies are no longer recorded',
  'hands-on.recording.near': '{size} of {limit}',

  'hands-on.step.settle': 'Waiting for the page to come to rest…',
  'hands-on.step.scroll': 'Scrolling to the end…',
  'hands-on.step.mhtml': 'Saving the page as it stands…',
  'hands-on.step.screenshot': 'Taking screenshots…',
  'hands-on.step.print': 'Printing…',
  'hands-on.step.redact': 'Withholding cookies and marked values…',
  'hands-on.step.keep': 'Keeping it in the case…',
  'hands-on.kept': 'Kept. {count, plural, =0 {Nothing had to be withheld.} one {# value withheld.} other {# values withheld.}}',
  'hands-on.kept.open': 'Open it',

  'hands-on.note.popup': 'Refused a new window for {url}',
  'hands-on.note.popup-here': 'Opened here instead of in a new window: {url}',
  'hands-on.note.download': 'Refused a download: {url}. Import the file to keep it.',
  'hands-on.note.scheme': 'Refused to go to {url}',

  'hands-on.pages': '{count, plural, =0 {No pages yet} one {# page} other {# pages}}{kept, plural, =0 {} other {, # kept}}',
  'hands-on.pages.title': 'Pages of this sitting',
  'hands-on.pages.text':
    'Only the page on screen can be kept, and each keeping makes one source. To keep another page of this list, go back to it: what you had opened or expanded there has to be opened again.',
  'hands-on.pages.none': 'Pages you visit appear here.',
  'hands-on.pages.kept': '{count, plural, one {Kept} other {Kept # times}}',
  'hands-on.pages.shown': 'On screen',
  'hands-on.pages.go': 'Go back to it',

  'hands-on.login.title': '{host} asks for a name and password',
  'hands-on.login.text': 'They are sent to the site and written down nowhere.',
  'hands-on.login.realm': 'It calls itself “{realm}”.',
  'hands-on.login.user': 'Name',
  'hands-on.login.password': 'Password',
  'hands-on.login.go': 'Log in',

  'hands-on.marks': 'Withhold…',
  'hands-on.marks.some': 'Withhold… ({count})',
  'hands-on.marks.review': '{count, plural, one {# looks like a token} other {# look like tokens}}',
  'hands-on.marks.title': 'What is not written down',
  'hands-on.marks.text':
    'Values of cookies and logins and passwords you type are always withheld. Mark here what else lets a stranger in. It is withheld from pages you keep from now on: from addresses, requests, answers and the page itself. Each withholding is listed in the record.',
  'hands-on.marks.warning':
    'Screenshots and prints show the page as it looked. If a marked value can be read on the page, it can be read in them.',
  'hands-on.marks.parameters': 'Parameters of addresses met so far',
  'hands-on.marks.none': 'No address of this sitting had parameters.',
  'hands-on.marks.token': 'Looks like a token',
  'hands-on.marks.values': 'Other values, one a line',
  'hands-on.marks.values.hint': 'At least four characters. Withheld wherever they stand.',
  'hands-on.marks.values.marked': '{count, plural, one {# value is marked already.} other {# values are marked already.}}',
  'hands-on.marks.save': 'Withhold these',

  'hands-on.session': 'Session…',
  'hands-on.session.command': 'Show or wipe the browsing session of this case',
  'hands-on.session.title': 'The session of this case',
  'hands-on.session.text':
    'Logins of this case are kept in Holdfast’s own folder on this computer, apart from other cases. They are never in the case folder and in no export. Captures can use them when you choose the case’s session.',
  'hands-on.session.empty': 'No site has left anything here.',
  'hands-on.session.count': '{cookies, plural, one {# cookie} other {# cookies}} of {sites, plural, one {# site} other {# sites}}',
  'hands-on.session.wipe': 'Wipe the session',
  'hands-on.session.wipe.text':
    'Wiping logs out of every site: cookies, storage and caches of this case are deleted. The journal notes that it was done. Kept pages stay.',
  'hands-on.session.wiped': 'The session was wiped',

  'hands-on.empty.title': 'Where to?',
  'hands-on.empty.text':
    'Browse as you would: log in, close banners, open comments, play the video. Then keep the page as it stands. Sites see a visit from this computer.',
  'hands-on.certificate.accept': 'Accept this certificate',
  'hands-on.certificate.text':
    'Whoever answers cannot show that they are {host}. Accept only when you know why, for instance because the site is known to use its own certificate. The record of a kept page says that you accepted it.',
  'hands-on.certificate.subject': 'Issued to',
  'hands-on.certificate.issuer': 'Issued by',
  'hands-on.certificate.validTo': 'Valid until',
  'hands-on.certificate.fingerprint': 'SHA-256',
} as const;
