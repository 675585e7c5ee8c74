// What a mail (.eml) brings along, taken out (GMime). Runs in the worker.
#pragma once

#include "evidence/job/protocol.h"

namespace lvce {

/// Its attachments, also those of mails inside it, into the folder job.unpack_into, under numbers; fills `entries` by their decoded names (RFC 2047, 2231,
/// UTF-8, GB18030), and `is_archive` when it is a mail. The words of the mail, and pictures inside them, are no attachments. A name never leads anywhere.
/// Caps: 256 MiB, 1,000 parts, mails in mails 5 deep.
void unpack_mail(const ProbeJob& job, Probed& probed);

}  // namespace lvce
