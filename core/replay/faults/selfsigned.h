#pragma once

#include "core/domain/base/result.h"

#include <QByteArray>

namespace lynceus {

/// A certificate made for one run, which signs itself, with its key; both PEM.
struct SelfSigned
{
    QByteArray certificate;
    QByteArray key;
};

/// For localhost, 127.0.0.1 and ::1, as Argo CD makes its own: nobody trusts it without being told to.
/// Error::Kind::Certificate if the crypto library cannot.
[[nodiscard]] Result<SelfSigned> makeSelfSigned();

} // namespace lynceus
