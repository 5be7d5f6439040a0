import { Module } from '@nestjs/common';
import { Notices } from './notices.js';

/** The in-app inbox. */
@Module({ providers: [Notices], exports: [Notices] })
export class NoticeModule {}
