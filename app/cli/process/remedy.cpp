#include "app/cli/process/remedy.h"

using namespace Qt::StringLiterals;

namespace lynceus {

namespace {

QString signInRemedy(const WayToServer &way)
{
    if (way.stored.isEmpty()) {
        return way.hasToken ? u"pass a valid token with --auth-token-file or ARGOCD_AUTH_TOKEN"_s
                            : u"sign in with --auth-token-file or ARGOCD_AUTH_TOKEN"_s;
    }
    const auto login = u"sign in with: lynceus login "_s + way.stored;
    switch (way.signIn) {
    case SignInMethod::Sso:
    case SignInMethod::Password:
        break;
    case SignInMethod::Token:
        return login + u" --auth-token-file FILE"_s;
    case SignInMethod::Anonymous:
        return login + u" --sso (or --username NAME, --auth-token-file FILE)"_s;
    }
    return login;
}

QString gatewayRemedy(const WayToServer &way)
{
    return way.stored.isEmpty()
        ? u"send the headers that the gateway requires with --header 'NAME: VALUE'"_s
        : u"add the instance again with --header 'NAME: VALUE' for the headers that the gateway requires"_s;
}

} // namespace

WayToServer wayTo(const Instance &instance)
{
    return {.stored = instance.name, .signIn = instance.signIn};
}

QString remedyFor(const Error &error, const WayToServer &way)
{
    const bool isRefusal = error.httpStatus == 401 || error.httpStatus == 403;
    switch (error.kind) {
    case Error::Kind::SignInNeeded:
        // Without a response of the server, it is an error of the keychain, whose message contains the remedy.
        return error.httpStatus == 0 ? QString() : signInRemedy(way);
    case Error::Kind::NotArgoCd:
        return isRefusal
            ? gatewayRemedy(way)
            : u"check the address and its base path; if a gateway requires a sign-in: "_s + gatewayRemedy(way);
    case Error::Kind::Certificate:
        return way.stored.isEmpty() ? u"trust your own CA with --server-crt FILE"_s
                                    : u"trust it with: lynceus instances test %1 --pin SHA256"_s.arg(way.stored);
    case Error::Kind::BadInput:
    case Error::Kind::Unreachable:
    case Error::Kind::TimedOut:
    case Error::Kind::TooLarge:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Server:
    case Error::Kind::Malformed:
    case Error::Kind::NotAllowed:
    case Error::Kind::Cancelled:
        break;
    }
    return {};
}

} // namespace lynceus
