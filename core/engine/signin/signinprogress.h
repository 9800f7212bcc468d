#pragma once

#include "core/domain/base/result.h"

#include <QUrl>

namespace lynceus {

/// Progress of a sign-in, for a dialog or a terminal.
struct SignInProgress
{
    enum class Step {
        Asking,         ///< reading settings and discovery document
        WaitsForPerson, ///< the browser shows `link`, or the user must enter the device code there
        Redeeming,      ///< exchanging the code, storing the token
        Done,
        Failed, ///< see `error`: denied, cancelled, timed out, wrong state and port in use have their own sentence
    };

    QString instance; ///< Instance::id
    Step step = Step::Asking;
    QString note;                     ///< for Asking: what it waits for, one sentence; otherwise empty
    QUrl link;                        ///< to open or copy; contains no secret
    QString userCode;                 ///< device flow only
    QString user;                     ///< for Done: the signed-in user
    bool tokenForThisRunOnly = false; ///< for Done: no keychain stored the token
    Error error;                      ///< for Failed

    friend bool operator==(const SignInProgress &, const SignInProgress &) = default;
};

} // namespace lynceus
