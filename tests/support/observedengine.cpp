#include "tests/support/observedengine.h"

#include "core/io/signin/systembrowser.h"

using namespace Qt::StringLiterals;

namespace lynceus::test {

Instance stagingAt(const QUrl &address)
{
    Instance instance;
    instance.id = u"one"_s;
    instance.name = u"staging"_s;
    instance.baseUrl = address;
    instance.colour = u"#3366cc"_s;
    instance.signIn = SignInMethod::Anonymous;
    return instance;
}

std::unique_ptr<LocalEngine> makeObservedEngine(EngineSetup setup, const Clock &clock, ReportedState &reported)
{
    setup.makeBrowser = [] { return std::make_unique<NoBrowser>(); };
    auto engine = std::make_unique<LocalEngine>(setup, clock);
    QObject::connect(engine.get(), &Engine::started, engine.get(), [&reported] { reported.started = true; });
    QObject::connect(engine.get(), &Engine::instanceChanged, engine.get(),
                     [&reported](const InstanceState &state) { reported.state = state; });
    QObject::connect(engine.get(), &Engine::signInChanged, engine.get(),
                     [&reported](const SignInProgress &progress) { reported.progress = progress; });
    QObject::connect(engine.get(), &Engine::noticeRaised, engine.get(),
                     [&reported](const QString &sentence) { reported.notices.append(sentence); });
    return engine;
}

} // namespace lynceus::test
