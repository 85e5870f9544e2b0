import { html, page } from './answers.ts';
import type { Exchange, Origins, Routes } from './site-types.ts';

/** What a person types into the form at `/login`. */
export const credentials = { name: 'analyst', password: 'a long password 4711' };

const cookie = ({ request }: Exchange, name: string) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];

const form = (next: string, wrong: boolean) => `<h1>Log in</h1>${wrong ? '<p>Wrong name or password.</p>' : ''}
  <form method="post" action="/login"><input type="hidden" name="next" value="${next.replaceAll('"', '&quot;')}">
  <label>Name <input name="name"></label><label>Password <input name="password" type="password"></label><button>Log in</button></form>`;

/** A page that sends a stranger to a form, and shows its secret to who has logged in. */
export function cookieGated({ main }: Origins) {
  const routes: Routes = {
    '/members': (exchange) => {
      if (cookie(exchange, 'session') === exchange.state.session)
        return html('<h1>Members</h1><p>Members may read: the secret is 7391.</p><p><a href="/logout">Log out</a></p>')(exchange);
      exchange.response.writeHead(302, { location: '/login?next=/members', 'set-cookie': 'visit=1; Path=/' }).end();
    },
    '/login': (exchange) => {
      const { request, response, url, body, state } = exchange;
      const given = new URLSearchParams(body.toString());
      const next = given.get('next') ?? url.searchParams.get('next') ?? '/members';
      const right = given.get('name') === credentials.name && given.get('password') === credentials.password;
      if (request.method !== 'POST' || !right)
        return html(form(next, request.method === 'POST'), { status: request.method === 'POST' ? 401 : 200 })(exchange);
      const cookies = [`session=${state.session}; Path=/; HttpOnly; SameSite=Lax`, 'theme=light; Path=/'];
      response.writeHead(303, { location: next, 'set-cookie': cookies }).end();
    },
    '/logout': ({ response }) => void response.writeHead(302, { location: '/login', 'set-cookie': 'session=; Path=/; Max-Age=0' }).end(),
  };
  return {
    routes,
    pages: {
      members: page(`${main}/members`, ['Members may read: the secret is 7391.']),
      login: page(`${main}/login`, ['Log in']),
    },
  };
}
