import { Module } from '@nestjs/common';
import { DeadlineController } from './http/deadline.controller.js';

/** What the law says about time. */
@Module({ controllers: [DeadlineController] })
export class DeadlineModule {}
