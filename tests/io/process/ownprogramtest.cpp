#include "core/io/process/ownprogram.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace lynceus {

TEST(OwnProgram, IsStartedByTheServiceManagerWhereThisProcessIsAService)
{
    const ProgramCall call{u"/usr/bin/lynceus"_s, {u"daemon"_s, u"--idle"_s, u"10m"_s}};
    QProcessEnvironment environment;
    EXPECT_EQ(outsideOfService(call, {}, environment, 42), call);
    environment.insert(u"SYSTEMD_EXEC_PID"_s, u"41"_s);
    EXPECT_EQ(outsideOfService(call, {}, environment, 42), call) << "a terminal or a desktop is the service";
    environment.insert(u"SYSTEMD_EXEC_PID"_s, u"42"_s);
    EXPECT_EQ(outsideOfService(call, {}, environment, 42),
              (ProgramCall{u"systemd-run"_s,
                           {u"--user"_s, u"--collect"_s, u"--quiet"_s, u"--"_s, u"/usr/bin/lynceus"_s, u"daemon"_s,
                            u"--idle"_s, u"10m"_s}}));
    environment.insert(u"LYNCEUS_LOG"_s, u"debug"_s);
    const auto raised = outsideOfService({u"/usr/bin/lynceus"_s, {}}, u"a token"_s, environment, 42);
    EXPECT_EQ(raised.arguments,
              (QStringList{u"--user"_s, u"--collect"_s, u"--quiet"_s, u"--setenv=XDG_ACTIVATION_TOKEN=a token"_s,
                           u"--setenv=LYNCEUS_LOG=debug"_s, u"--"_s, u"/usr/bin/lynceus"_s}));
}

} // namespace lynceus
