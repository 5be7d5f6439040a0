import { Global, Module } from '@nestjs/common';
import { NoticeController } from './http/notice.controller.js';
import { Notices } from './notices.js';
import { Inbox } from './queries/inbox.js';

/** The in-app inbox. */
@Global()
@Module({ controllers: [NoticeController], providers: [Notices, Inbox], exports: [Notices] })
export class NoticeModule {}
