#include "app/gui/widgets/text/agetext.h"

#include <QCoreApplication>

namespace lynceus {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AgeText)
};

} // namespace

QString ageText(Duration age)
{
    using namespace std::chrono;
    if (age < minutes(2))
        return Text::tr("%1 s").arg(qMax<qint64>(0, duration_cast<seconds>(age).count()));
    if (age < hours(2))
        return Text::tr("%1 min").arg(duration_cast<minutes>(age).count());
    if (age < days(2))
        return Text::tr("%1 h").arg(duration_cast<hours>(age).count());
    return Text::tr("%1 d").arg(duration_cast<days>(age).count());
}

QString agoText(Duration age)
{
    return Text::tr("%1 ago").arg(ageText(age));
}

} // namespace lynceus
