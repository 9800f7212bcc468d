#pragma once

#include "core/domain/base/result.h"

#include <QUrl>

namespace lynceus {

/// One sign-in under way, as a dialog or a terminal shows it.
struct SignInProgress
{
    enum class Step {
        Asking,         ///< settings and discovery are read
        WaitsForPerson, ///< the browser is open at `link`; or the device code must be typed there
        Redeeming,      ///< the code is exchanged, the token is stored
        Done,
        Failed, ///< `error` says why, one sentence of its own for denied, cancelled, timed out, wrong state, port taken
    };

    QString instance; ///< Instance::id
    Step step = Step::Asking;
    QString note;                     ///< Asking: what it waits for before it can begin, one sentence; else empty
    QUrl link;                        ///< to open or to copy; no secret is in it
    QString userCode;                 ///< device flow only
    QString user;                     ///< Done: who we are now
    bool tokenForThisRunOnly = false; ///< Done: no keychain kept it
    Error error;                      ///< Failed

    friend bool operator==(const SignInProgress &, const SignInProgress &) = default;
};

} // namespace lynceus
