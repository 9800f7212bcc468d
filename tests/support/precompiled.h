#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
