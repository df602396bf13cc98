import { smtpPostbote, type Postbote } from '../../activities/zustellung/mail.ts';
import { startePostfach, type Postfach } from '../../tools/lokal/postfach.ts';

/** A real mail server, and whoever sends to it. */
export type Post = {
  readonly postfach: Postfach;
  readonly post: Postbote;
  readonly ende: () => Promise<void>;
};

export async function startePost(wie: Omit<Parameters<typeof smtpPostbote>[0], 'url'>): Promise<Post> {
  const postfach = await startePostfach({ httpPort: null });
  const post = smtpPostbote({ url: postfach.smtpUrl, ...wie });
  return {
    postfach,
    post,
    ende: async () => {
      post.schliesse();
      await postfach.stop();
    },
  };
}
