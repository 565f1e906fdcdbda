package dev.stagedoor.persistence.tx;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
@InterceptorBean(InsideUnitOfWork.class)
final class InsideUnitOfWorkInterceptor implements MethodInterceptor<Object, Object> {
  private final JdbcUnitOfWork work;

  InsideUnitOfWorkInterceptor(JdbcUnitOfWork work) {
    this.work = work;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    work.mustBeOpen();
    return call.proceed();
  }
}
