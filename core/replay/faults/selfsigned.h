#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// A self-signed certificate for one run, with its key; both PEM.
struct SelfSigned
{
    QByteArray certificate;
    QByteArray key;
};

/// For localhost, 127.0.0.1 and ::1, like Argo CD's own: not trusted by default. Error::Kind::Certificate if the crypto
/// library fails.
[[nodiscard]] Result<SelfSigned> makeSelfSigned();

} // namespace lynceus
