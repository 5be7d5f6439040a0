import { useMutation } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEntering } from '../account/entering';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { Me, Post } from '../api/types';
import { useProblemWords } from '../shared/problem-words';
import { deskOf, homeOf } from './desks';

/**
 * On the home page of whoever was seconded to an inspection: their other posts, each one tap away. Somebody sent out
 * finds the visits without knowing that posts can be changed.
 */
export function OtherPosts() {
  const me = useMe();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const desk = deskOf(me.acting?.role);
  const own = me.posts.filter(({ id, inNameOf }) => id !== me.acting?.id && inNameOf === null);
  const others = desk === 'ground' ? own : own.filter(({ role }) => deskOf(role) === 'ground');
  if (here !== homeOf[desk] || others.length === 0) return null;
  return (
    <div className="other-posts no-print">
      {others.map((post) => (
        <OtherPost key={post.id} post={post} />
      ))}
    </div>
  );
}

function OtherPost({ post }: { post: Post }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const enter = useEntering(homeOf[deskOf(post.role)]);
  const change = useMutation({
    mutationFn: () => api.put<Me>('/session/post', { postId: post.id }),
    onSuccess: enter,
    onError: (cause) => message.error(inWords(cause)),
  });
  const ground = deskOf(post.role) === 'ground';
  return (
    <>
      <span>{t('shell.alsoPost', { post: post.title, unit: post.unit.shortName })}</span>
      <Button size="small" type="primary" loading={change.isPending} onClick={() => change.mutate()}>
        {t(ground ? 'shell.switchToVisits' : 'shell.switchPost')}
      </Button>
    </>
  );
}
